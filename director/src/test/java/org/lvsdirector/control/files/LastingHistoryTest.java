package org.lvsdirector.control.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that is there after the next boot. */
class LastingHistoryTest {
    @Test
    void itIsWrittenWhereItLastsAndFoundAgainAfterABoot(@TempDir Path folder) throws IOException {
        Path state = Files.createDirectory(folder.resolve("lib"));
        Path history = folder.resolve("run/director.history");
        LastingHistory.link(history, state);
        assertEquals(
                1,
                new History(history).stage(sink -> sink.accept("router_id a")).keep());
        Path lasting = state.resolve("director.history");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(lasting)));
        assertTrue(Files.exists(lasting.resolve("000001.conf")));

        Files.delete(history); // all of /run goes with the boot
        LastingHistory.link(history, state);
        LastingHistory.link(history, state);
        assertEquals(
                2,
                new History(history).stage(sink -> sink.accept("router_id b")).keep());
        assertEquals(2, new History(history).entries().size());
    }

    @Test
    void withoutAFolderForItTheHistoryStaysBesideThePidFile(@TempDir Path folder) throws IOException {
        Path history = folder.resolve("director.history");
        LastingHistory.link(history, folder.resolve("lib"));
        assertFalse(Files.exists(history));
        assertEquals(1, new History(history).stage(sink -> sink.accept("a")).keep());
    }

    @Test
    void aHistoryThatIsThereIsLeftWhereItIs(@TempDir Path folder) throws IOException {
        Path history = Files.createDirectory(folder.resolve("director.history"));
        Path state = Files.createDirectory(folder.resolve("lib"));
        LastingHistory.link(history, state);
        assertFalse(Files.isSymbolicLink(history));
    }
}
