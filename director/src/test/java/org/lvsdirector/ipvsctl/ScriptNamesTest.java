package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.testing.Result;

/** The names of the program, and the two that are scripts with ipvsadm. */
class ScriptNamesTest {
    private final Ipvs table = new InMemoryIpvs();

    private Console named(Program program) {
        return new Console(program, () -> table);
    }

    @Test
    void theFileNameDecides() {
        assertEquals(Program.IPVSADM, Program.of("ipvsadm"));
        assertEquals(Program.IPVSADM_SAVE, Program.of("ipvsadm-save"));
        assertEquals(Program.IPVSADM_RESTORE, Program.of("ipvsadm-restore"));
        assertEquals(Program.IPVSCTL, Program.of("ipvsctl"));
        assertEquals(Program.IPVSCTL, Program.of("ipvsadm-or-what"));
    }

    @Test
    void savePrintsTheTable() {
        named(Program.IPVSADM).runAll("-A -t 127.0.0.1:80\n-a -t 127.0.0.1:80 -r 10.0.0.1 -x 5");
        String names = "-A -t localhost:http -s wlc\n-a -t localhost:http -r 10.0.0.1:http -g -w 1\n";
        assertEquals(names, named(Program.IPVSADM_SAVE).run("").orFail().output());
        assertEquals(names, named(Program.IPVSADM_SAVE).run("whatever").orFail().output());
        assertEquals(
                "-A -t 127.0.0.1:80 -s wlc\n-a -t 127.0.0.1:80 -r 10.0.0.1:80 -g -w 1\n",
                named(Program.IPVSADM_SAVE).run("-n x -n").orFail().output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "-n -S", "--help", "-nn"})
    void saveKnowsNothingButN(String line) {
        Result result = named(Program.IPVSADM_SAVE).run(line);
        assertEquals(1, result.exitCode());
        assertEquals("", result.output());
        assertEquals("""
                ipvsadm-save: Script to save the IPVS table to stdout.
                   With the -n option, prints out the table in numeric format.
                """, result.errors());
    }

    @Test
    void restoreReplacesTheTable() {
        named(Program.IPVSADM).runAll("-A -f 1");
        named(Program.IPVSADM_RESTORE)
                .run(List.of("-ignored"), "# a comment\n-A -f 2\n\n-a -f 2 -r 10.0.0.1:0\n")
                .orFail();
        assertEquals(
                "-A -f 2 -s wlc\n-a -f 2 -r 10.0.0.1:0 -g -w 1\n",
                named(Program.IPVSADM).run("-S -n").output());
    }

    @Test
    void restoreStopsAtAMistakeAsIpvsadmDoes() {
        Result result = named(Program.IPVSADM_RESTORE).run(List.of(), "-A -f 2\n # no comment\n-A -f 3\n");
        assertEquals(255, result.exitCode());
        assertEquals("Try `ipvsadm -h' or 'ipvsadm --help' for more information.\n", result.errors());
        assertEquals("-A -f 2 -s wlc\n", named(Program.IPVSADM).run("-S -n").output());
    }
}
