package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadMarkTest {
    @Test
    void standsEmptyWhileTheConfigurationIsRead(@TempDir Path folder) throws IOException {
        Path mark = Files.writeString(folder.resolve("mark"), "a writer's own");
        assertEquals("", ReloadMark.around(mark, () -> {
            try {
                return Files.readString(mark);
            } catch (IOException gone) {
                throw new AssertionError(gone);
            }
        }));
        assertFalse(Files.exists(mark));
    }

    @Test
    void goesAlsoWhenReadingFails(@TempDir Path folder) {
        Path mark = folder.resolve("mark");
        assertThrows(
                IllegalStateException.class,
                () -> ReloadMark.around(mark, () -> {
                    throw new IllegalStateException();
                }));
        assertFalse(Files.exists(mark));
    }

    @Test
    void aMarkThatCannotBeSetHindersNothing(@TempDir Path folder) {
        assertEquals(7, ReloadMark.around(folder.resolve("none/mark"), () -> 7));
        assertEquals(7, ReloadMark.around(null, () -> 7));
    }
}
