package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult.Cause;

/** The process was stopped, or had no processor, for longer than a check may take. */
class HeldUpTest extends EngineRig {

    @BeforeEach
    void aTryIsUnderWay() {
        prober.slow.add(name(TWO));
        start(work(server(ONE, 1), server(TWO, 2)));
        pass(SECOND);
    }

    /** Else all servers at once would be taken out, just when the machine is busy. */
    @Test
    void anAnswerThatWaitedMeanwhileCounts() {
        sockets.submit(
                () -> Objects.requireNonNull(prober.unanswered.get(name(TWO))).ended(Cause.ANSWERED, ""));
        pass(9 * SECOND);
        assertEquals(Map.of(ONE, 1, TWO, 2), weights());
    }

    @Test
    void silenceIsSilence() {
        pass(9 * SECOND);
        assertEquals(Map.of(ONE, 1), weights());
    }
}
