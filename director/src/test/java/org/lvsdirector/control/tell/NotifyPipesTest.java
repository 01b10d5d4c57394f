package org.lvsdirector.control.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.tell.PipeSettings.Content;
import org.lvsdirector.vrrp.machine.Conflict;
import org.lvsdirector.vrrp.machine.Conflict.Kind;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;

/** Real pipes, and the bytes in them. */
class NotifyPipesTest {
    private static final SendNotification MASTER =
            new SendNotification(Subject.INSTANCE, "VI_1", NotifyState.MASTER, 100);
    private static final PoolEvent SERVER =
            new PoolEvent.ServerChanged("[10.0.0.1]:tcp:80", "[10.0.0.11]:tcp:80", false);

    private final Path folder;

    private final ScriptLauncher launcher = new ScriptLauncher((pid, signal) -> {});
    private final NotifyPipes pipes = new NotifyPipes(launcher);

    NotifyPipesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        pipes.close();
        launcher.close();
    }

    private PipeSettings pipe(String name, Content content) {
        return new PipeSettings(folder.resolve(name), content, ScriptAccount.ROOT, null);
    }

    /** What waits in a pipe, read as a script would while the pipe is open. */
    private String read(String name) throws IOException {
        try (FileChannel reader = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(100_000);
            reader.read(bytes);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLinesAreKeepaliveds() {
        assertEquals("INSTANCE \"VI_1\" MASTER 100\n", NotifyLines.of(MASTER));
        assertEquals(
                "GROUP \"G1\" BACKUP 0\n",
                NotifyLines.of(new SendNotification(Subject.GROUP, "G1", NotifyState.BACKUP, 0)));
        assertEquals(
                "INSTANCE \"VI_1\" MASTER_RX_LOWER_PRI 100\n",
                NotifyLines.of(new SendNotification(Subject.INSTANCE, "VI_1", NotifyState.MASTER_RX_LOWER_PRI, 100)));
        assertEquals("RS [10.0.0.11]:tcp:80 [10.0.0.1]:tcp:80 DOWN\n", NotifyLines.of(SERVER));
        assertEquals(
                "VS [10.0.0.1]:tcp:80 UP\n", NotifyLines.of(new PoolEvent.QuorumChanged("[10.0.0.1]:tcp:80", true)));
    }

    @Test
    void conflictsHaveLinesOfOurOwn() throws UnknownHostException {
        InetAddress address = InetAddress.getByName("10.0.0.100");
        assertEquals(
                "CONFLICT \"VI_1\" BEGIN SECOND_MASTER 10.0.0.100\n",
                NotifyLines.of(new TellConflict("VI_1", new Conflict(true, Kind.SECOND_MASTER, address, null))));
        TellConflict claim = new TellConflict("VI_1", new Conflict(false, Kind.ADDRESS, address, "52:54:00:12:34:56"));
        assertEquals("CONFLICT \"VI_1\" END ADDRESS 10.0.0.100 52:54:00:12:34:56\n", NotifyLines.of(claim));
    }

    @Test
    void eachPipeGetsWhatItIsFor() throws IOException {
        pipes.use(List.of(pipe("all", Content.ALL), pipe("vrrp", Content.VRRP), pipe("lvs", Content.LVS)));
        pipes.tell(MASTER);
        pipes.tell(SERVER);
        String instance = "INSTANCE \"VI_1\" MASTER 100\n";
        String server = "RS [10.0.0.11]:tcp:80 [10.0.0.1]:tcp:80 DOWN\n";
        assertEquals(instance + server, read("all"));
        assertEquals(instance, read("vrrp"));
        assertEquals(server, read("lvs"));
    }

    @Test
    void aPipeThatWasMadeGoesAndOneThatWasThereStays() throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("there").toString()).start();
        assertEquals(0, mkfifo.waitFor());
        pipes.use(List.of(pipe("made", Content.ALL), pipe("there", Content.VRRP)));
        assertTrue(Files.exists(folder.resolve("made")));
        pipes.close();
        assertFalse(Files.exists(folder.resolve("made")));
        assertTrue(Files.exists(folder.resolve("there")));
    }

    @Test
    void aReloadKeepsWhatIsInAPipe() throws IOException {
        pipes.use(List.of(pipe("p", Content.ALL)));
        pipes.tell(MASTER);
        pipes.use(List.of(pipe("p", Content.ALL), pipe("q", Content.LVS)));
        assertEquals("INSTANCE \"VI_1\" MASTER 100\n", read("p"));
        pipes.use(List.of());
        assertFalse(Files.exists(folder.resolve("p")));
    }

    /** 64 KiB fit; nobody waits for a reader that does not come. */
    @Test
    void aFullPipeLosesLinesAndHoldsNobodyUp() throws IOException {
        pipes.use(List.of(pipe("p", Content.ALL)));
        for (int i = 0; i < 10_000; i++) {
            pipes.tell(MASTER);
        }
        String lines = read("p");
        assertTrue(lines.endsWith(" 100\n"), "whole lines only");
        assertTrue(lines.length() <= 65_536);
    }

    @Test
    void aFileThatIsNoPipeIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("file"), "precious");
        pipes.use(List.of(pipe("file", Content.ALL)));
        pipes.tell(MASTER);
        pipes.close();
        assertEquals("precious", Files.readString(folder.resolve("file")));
    }
}
