package org.lvsdirector.control.sysctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a folder that looks like {@code /proc/sys}. */
class SysctlsTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void kernel() throws IOException {
        Files.createDirectories(folder.resolve("vs"));
        Files.writeString(folder.resolve("vs/a"), "1\n");
        Files.writeString(folder.resolve("vs/b"), "2\n");
    }

    private Sysctls sysctls() {
        return new Sysctls(folder, folder.resolve("record"));
    }

    private String value(String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }

    @Test
    void whatIsSetIsPutBack() throws IOException {
        Sysctls sysctls = sysctls();
        sysctls.configure(Map.of("vs/a", "10"));
        assertTrue(sysctls.set("vs/b", "20"));
        assertEquals("10", value("vs/a"));
        assertEquals("20", value("vs/b"));
        sysctls.configure(Map.of());
        assertEquals("1", value("vs/a"), "not configured any more");
        assertEquals("20", value("vs/b"), "held until the end");
        sysctls.restore();
        assertEquals("2", value("vs/b"));
        assertFalse(Files.exists(folder.resolve("record")));
    }

    @Test
    void aSuccessorPutsBackWhatWasThereBeforeTheFirst() throws IOException {
        sysctls().configure(Map.of("vs/a", "10"));
        Sysctls successor = sysctls();
        successor.configure(Map.of("vs/a", "11"));
        assertEquals("11", value("vs/a"));
        successor.restore();
        assertEquals("1", value("vs/a"));
    }

    @Test
    void whatASuccessorDoesNotWantIsPutBackAtOnce() throws IOException {
        Sysctls crashed = sysctls();
        crashed.configure(Map.of("vs/a", "10"));
        crashed.set("vs/b", "20");
        Sysctls successor = sysctls();
        successor.configure(Map.of());
        assertEquals("1", value("vs/a"));
        assertEquals("2", value("vs/b"));
        assertFalse(Files.exists(folder.resolve("record")));
    }

    @Test
    void whatTheKernelDoesNotHaveIsLeftAlone() throws IOException {
        Sysctls sysctls = sysctls();
        assertFalse(sysctls.set("vs/c", "1"));
        assertEquals("", sysctls.get("vs/c"));
        sysctls.configure(Map.of("vs/c", "3", "vs/a", "10"));
        assertEquals("10", value("vs/a"));
        Files.delete(folder.resolve("vs/a"));
        sysctls.restore();
        assertFalse(Files.exists(folder.resolve("vs/a")), "it went with its interface");
    }

    @Test
    void aValueThatIsThereAlreadyIsNobodysChange() throws IOException {
        Sysctls sysctls = sysctls();
        assertTrue(sysctls.set("vs/a", "1"));
        assertFalse(Files.exists(folder.resolve("record")));
        Files.writeString(folder.resolve("vs/a"), "5\n");
        sysctls.restore();
        assertEquals("5", value("vs/a"));
    }
}
