package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved by one of the two programs, restored by the other or by itself. */
@Tag("lab")
class RoundTripLabTest {
    private static final int TABLES = Boolean.getBoolean("lvsdirector.full") ? 50 : 3;

    @RegisterExtension
    static final RoutedHost HOST = new RoutedHost();

    private static final BothPrograms BOTH = new BothPrograms(HOST.host());

    static LongStream seeds() {
        return LongStream.range(1_000, 1_000 + TABLES);
    }

    /** Where ipvsadm shows none of its defects: it cannot read its own negative marks and empty lists of flags. */
    @ParameterizedTest
    @MethodSource("seeds")
    void allFourPairingsKeepTheTable(long seed) {
        BOTH.clear();
        BOTH.ipvsadm("-R", RandomTable.inOneHalf(seed)).orFail();
        String saved = save(false);
        assertFalse(saved.isEmpty());
        for (boolean oursSaves : new boolean[] {false, true}) {
            for (boolean oursRestores : new boolean[] {false, true}) {
                String text = save(oursSaves);
                assertEquals(saved, text);
                BOTH.ours(Personality.IPVSCTL).run("-A -f 4711").orFail(); // to be gone afterwards
                restore(oursRestores, text);
                assertEquals(saved, save(false));
            }
        }
    }

    private static String save(boolean ours) {
        return ours
                ? BOTH.ours(Program.IPVSADM_SAVE).run("-n").orFail().output()
                : BOTH.real("ipvsadm-save", "-n", "").orFail().output();
    }

    private static void restore(boolean ours, String text) {
        if (ours) {
            BOTH.ours(Program.IPVSADM_RESTORE).run(List.of(), text).orFail();
        } else {
            BOTH.real("ipvsadm-restore", "", text).orFail();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ipvsadmReadsWhatOurOwnNameSaves(long seed) {
        BOTH.clear();
        BOTH.ours(Personality.IPVSCTL)
                .run(List.of("-R"), BothPrograms.text(RandomTable.anywhere(seed)))
                .orFail();
        String saved = BOTH.ours(Personality.IPVSCTL).run("-S -n").orFail().output();
        BOTH.clear();
        BOTH.ipvsadm("-R", saved.lines().toList()).orFail();
        assertEquals(saved, BOTH.ours(Personality.IPVSCTL).run("-S -n").output());
    }

    @Test
    void applyLeavesWhatIsAlreadyThere() {
        BOTH.clear();
        Console ours = BOTH.ours(Personality.IPVSCTL);
        ours.run(List.of("-R"), BothPrograms.text(RandomTable.anywhere(2_000))).orFail();
        String other = BothPrograms.text(RandomTable.anywhere(2_001));
        assertEquals(1, ours.run(List.of("diff", "-"), other).exitCode());
        ours.run(List.of("apply", "-"), other).orFail();
        assertEquals("", ours.run(List.of("diff", "-"), other).orFail().output());
        String saved = ours.run("-S -n").output();
        BOTH.clear();
        BOTH.ipvsadm("-R", other.lines().toList()).orFail();
        assertEquals(saved, ours.run("-S -n").output());
    }
}
