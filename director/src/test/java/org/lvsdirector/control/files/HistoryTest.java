package org.lvsdirector.control.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.config.effective.ConfigurationText;

class HistoryTest {
    @TempDir
    Path run = Path.of("");

    private History history = new History(run);

    @BeforeEach
    void open() {
        history = new History(run.resolve("director/director.history"));
    }

    private static ConfigurationText text(String line) {
        return sink -> sink.accept(line);
    }

    private List<Integer> numbers() throws IOException {
        return history.entries().stream().map(History.Entry::number).toList();
    }

    @Test
    void countsUpAndGivesBackWhatRan() throws IOException {
        assertEquals(List.of(), numbers());
        assertEquals(1, history.stage(text("a")).keep());
        assertEquals(2, history.stage(text("b")).keep());
        assertEquals(List.of(1, 2), numbers());
        assertEquals("a\n", Files.readString(history.file(1).orElseThrow()));
        assertEquals(Optional.empty(), history.file(3));
        assertEquals(
                3,
                new History(run.resolve("director/director.history"))
                        .stage(text("c"))
                        .keep(),
                "another process");
    }

    @Test
    void theSameAgainIsNothingNew() throws IOException {
        assertEquals(1, history.stage(text("a")).keep());
        assertEquals(1, history.stage(text("a")).keep());
        assertEquals(List.of(1), numbers());
    }

    @Test
    void whatWasRefusedLeavesNothing() throws IOException {
        history.stage(text("a")).keep();
        history.stage(text("b")).discard();
        assertEquals(List.of(1), numbers());
        try (var files = Files.list(run.resolve("director/director.history"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        for (int i = 1; i <= History.KEPT + 5; i++) {
            assertEquals(i, history.stage(text("text " + i)).keep());
        }
        assertEquals(History.KEPT, numbers().size());
        assertEquals(6, numbers().get(0));
        assertFalse(history.file(5).isPresent());
    }

    @Test
    void nobodyElseReadsTheSecrets() throws IOException {
        history.stage(text("auth_pass secret")).keep();
        Path file = history.file(1).orElseThrow();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }
}
