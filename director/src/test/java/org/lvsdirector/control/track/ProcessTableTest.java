package org.lvsdirector.control.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.control.track.ProcessPattern.Match;

/** Processes in a folder that looks like {@code /proc}. */
class ProcessTableTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ProcessPattern NGINX = new ProcessPattern("nginx", List.of(), Match.ANY, false);

    private final Path proc;

    ProcessTableTest(@TempDir Path proc) {
        this.proc = proc;
    }

    private void process(int pid, String comm, String state, String commandLine) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(folder.resolve("stat"), pid + " (" + comm + ") " + state + " 1 1 1 0 -1");
        Files.writeString(folder.resolve("cmdline"), commandLine.replace(' ', '\0') + "\0");
    }

    private void end(int pid) throws IOException {
        for (String file : List.of("stat", "cmdline")) {
            Files.delete(proc.resolve(Integer.toString(pid)).resolve(file));
        }
        Files.delete(proc.resolve(Integer.toString(pid)));
    }

    private int count(ProcessTable table, ProcessPattern pattern, long nanos) {
        table.refresh(List.of(pattern), nanos);
        return table.count(pattern);
    }

    @Test
    void processesComeAndGo() throws IOException {
        ProcessTable table = new ProcessTable(proc);
        Files.createDirectories(proc.resolve("sys"));
        assertEquals(0, count(table, NGINX, 0));
        process(7, "nginx", "S", "nginx");
        process(8, "nginx", "R", "nginx");
        process(9, "a) (nginx", "S", "x");
        assertEquals(2, count(table, NGINX, SECOND));
        end(7);
        assertEquals(1, count(table, NGINX, 2 * SECOND));
    }

    @Test
    void aZombieDoesNotRun() throws IOException {
        ProcessTable table = new ProcessTable(proc);
        process(7, "nginx", "S", "nginx");
        assertEquals(1, count(table, NGINX, 0));
        process(7, "nginx", "Z", "");
        assertEquals(0, count(table, NGINX, 60 * SECOND));
    }

    /** Between fork and exec a process has its parent's name. */
    @Test
    void aYoungProcessIsReadAgainAndAnOldOneNowAndThen() throws IOException {
        ProcessTable table = new ProcessTable(proc);
        process(7, "sh", "R", "sh");
        assertEquals(0, count(table, NGINX, 0));
        process(7, "nginx", "R", "nginx");
        assertEquals(1, count(table, NGINX, SECOND));
        process(8, "sh", "R", "sh");
        assertEquals(1, count(table, NGINX, SECOND));
        assertEquals(1, count(table, NGINX, 4 * SECOND));
        process(8, "nginx", "R", "nginx");
        assertEquals(1, count(table, NGINX, 5 * SECOND));
        assertEquals(2, count(table, NGINX, 9 * SECOND));
    }

    @Test
    void commandLinesAreReadWhereTheyMatter() throws IOException {
        ProcessTable table = new ProcessTable(proc);
        process(7, "sleep", "S", "/bin/sleep 100");
        ProcessPattern exact = new ProcessPattern("sleep", List.of("100"), Match.EXACT, false);
        assertEquals(1, count(table, exact, 0));
        assertEquals(
                0, count(new ProcessTable(proc), new ProcessPattern("sleep", List.of("1"), Match.EXACT, false), 0));
    }
}
