package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.control.checkers.CheckersWork;
import org.lvsdirector.control.checkers.Predecessor;
import org.lvsdirector.control.mail.AlertBook;
import org.lvsdirector.control.mapping.ScriptBook;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.KnownCheck;
import org.lvsdirector.control.message.ProcessTuning;
import org.lvsdirector.control.track.Watches;
import org.lvsdirector.plan.Tables;

/** What one checkers process hands down to the next. */
class CheckersRecordTest {
    private static final CheckId FIRST = new CheckId("web", "one", 0);
    private static final CheckId SECOND = new CheckId("web", "two", 0);

    private final CheckersRecord record = new CheckersRecord();

    @Test
    void theFirstOneFollowsNobody() {
        assertEquals(Predecessor.NONE, record.before(1));
    }

    @Test
    void whoBeginsWithWhatThePredecessorRanFindsItsTable() {
        record.committed(3);
        assertEquals(Predecessor.SAME_CONFIGURATION, record.before(3));
        assertEquals(Predecessor.OTHER_CONFIGURATION, record.before(4));
    }

    @Test
    void theLastStateOfEachCheckIsKeptWhileItIsConfigured() {
        record.heard(List.of(new KnownCheck(FIRST, false, -3), new KnownCheck(SECOND, false, -3)));
        record.heard(List.of(new KnownCheck(FIRST, true, -3)));
        assertEquals(List.of(new KnownCheck(FIRST, true, -3), new KnownCheck(SECOND, false, -3)), record.health());
        record.configured(checking(FIRST));
        assertEquals(List.of(new KnownCheck(FIRST, true, -3)), record.health());
        record.configured(
                new Work(3, null, null, ScriptBook.EMPTY, AlertBook.NONE, Watches.NONE, ParentConfig.USUAL, List.of()));
        assertEquals(List.of(), record.health());
    }

    private static Work checking(CheckId id) {
        CheckSpec check = new CheckSpec(
                id,
                new TcpProbe(ConnectOptions.to(Tables.address("10.0.0.1"), 80, 1), TcpProbe.Closing.RESET),
                new CheckTiming(1, 0, 1, 0),
                false,
                false);
        CheckersSettings checkers =
                new CheckersSettings(CheckersWork.of(List.of(), List.of(check)), "ledger", null, ProcessTuning.USUAL);
        return new Work(
                2, null, checkers, ScriptBook.EMPTY, AlertBook.NONE, Watches.NONE, ParentConfig.USUAL, List.of());
    }
}
