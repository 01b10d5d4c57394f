package org.lvsdirector.control.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, and the kernel's events about them. */
class FileWatchTest {
    private final Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final FileWatch watch = new FileWatch((name, number) -> told.add(name + " " + number));

    FileWatchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private void use(String file, @Nullable Integer initial, boolean overwrite) {
        watch.use(List.of(new TrackedFile("f", folder.resolve(file), initial, overwrite)));
    }

    private void hears(String news) throws InterruptedException {
        assertEquals(news, told.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aFileThatIsNotThereIsZeroAndIsReadWhenItIsWritten() throws IOException, InterruptedException {
        use("f", null, false);
        hears("f 0");
        Files.writeString(folder.resolve("f"), "5\n");
        hears("f 5");
        Files.writeString(folder.resolve("f"), "0x10\n");
        hears("f 16");
        Files.delete(folder.resolve("f"));
        hears("f 0");
    }

    /** Nobody is told of the empty file that stands between truncation and writing. */
    @Test
    void aFileIsReadWhenItIsClosed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("f"), "1");
        use("f", null, false);
        hears("f 1");
        try (var writer = Files.newBufferedWriter(folder.resolve("f"))) {
            writer.flush();
            Files.writeString(folder.resolve("other"), "x");
            writer.write("7");
        }
        hears("f 7");
    }

    @Test
    void aFileThatIsMovedIntoPlaceIsRead() throws IOException, InterruptedException {
        use("f", null, false);
        hears("f 0");
        Files.writeString(folder.resolve("f.new"), "-3");
        Files.move(folder.resolve("f.new"), folder.resolve("f"), StandardCopyOption.ATOMIC_MOVE);
        hears("f -3");
    }

    @Test
    void theSameNumberIsNoNews() throws IOException, InterruptedException {
        use("f", null, false);
        hears("f 0");
        Files.writeString(folder.resolve("f"), "0");
        Files.writeString(folder.resolve("f"), "99999999999");
        Files.writeString(folder.resolve("f"), "4");
        hears("f 4");
    }

    @Test
    void aFolderThatComesLateIsFound() throws IOException, InterruptedException {
        use("late/f", null, false);
        hears("f 0");
        Path late = Files.createDirectory(folder.resolve("late"));
        Files.writeString(late.resolve("f"), "2");
        hears("f 2");
        Files.delete(late.resolve("f"));
        hears("f 0");
        Files.delete(late);
        Files.createDirectory(late);
        Files.writeString(late.resolve("f"), "3");
        hears("f 3");
    }

    @Test
    void initialNumbers() throws IOException, InterruptedException {
        use("fresh", 7, false);
        hears("f 7");
        assertEquals("7\n", Files.readString(folder.resolve("fresh")));
        Files.writeString(folder.resolve("there"), "1");
        use("there", 7, false);
        hears("f 1");
        use("there", 9, true);
        hears("f 9");
    }

    @Test
    void anInitialNumberIsNotWrittenThroughALink() throws IOException, InterruptedException {
        Path target = Files.writeString(folder.resolve("target"), "precious");
        Files.createSymbolicLink(folder.resolve("link"), target);
        use("link", 7, true);
        hears("f 0");
        assertEquals("precious", Files.readString(target));
    }

    /** A reload with the same files neither writes nor tells anything. */
    @Test
    void theSameFilesAgainAreNoNews() throws IOException, InterruptedException {
        use("f", 7, true);
        hears("f 7");
        Files.writeString(folder.resolve("f"), "8");
        hears("f 8");
        use("f", 7, true);
        watch.use(List.of(
                new TrackedFile("f", folder.resolve("f"), 7, true),
                new TrackedFile("g", folder.resolve("g"), null, false)));
        hears("g 0");
        assertNull(told.poll());
        assertEquals("8", Files.readString(folder.resolve("f")));
    }
}
