package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of {@link SourceLoader}, on files and on their twin alike. */
class FileSourceLoaderTest {
    private Path folder = Path.of("");
    private List<SourceLoader> loaders = List.of();

    @BeforeEach
    void files(@TempDir Path fresh) throws IOException {
        folder = fresh;
        InMemorySources twin = new InMemorySources();
        Files.createDirectories(folder.resolve("d.d/inner"));
        for (String name : List.of("b.conf", "a.conf", ".hidden.conf", "d.d/c.conf", "d.d/inner/e.conf")) {
            Files.writeString(folder.resolve(name), name);
            twin.with(folder.resolve(name).toString(), name);
        }
        Files.setPosixFilePermissions(folder.resolve("a.conf"), PosixFilePermissions.fromString("rwxr--r--"));
        Files.setPosixFilePermissions(folder.resolve("b.conf"), PosixFilePermissions.fromString("rw-------"));
        twin.executable(folder.resolve("a.conf").toString());
        twin.openToOthers(folder.resolve("a.conf").toString());
        loaders = List.of(new FileSourceLoader(), twin);
    }

    @Test
    void reads() throws IOException {
        for (SourceLoader loader : loaders) {
            assertArrayEquals("b.conf".getBytes(StandardCharsets.US_ASCII), loader.read(folder.resolve("b.conf")));
        }
    }

    @Test
    void tellsAbsentFilesFromFolders() {
        for (SourceLoader loader : loaders) {
            assertThrows(NoSuchFileException.class, () -> loader.read(folder.resolve("none")));
            IOException e = assertThrows(IOException.class, () -> loader.read(folder.resolve("d.d")));
            assertEquals("is a directory", e.getMessage());
        }
    }

    @Test
    void tellsExecutableFiles() {
        for (SourceLoader loader : loaders) {
            assertTrue(loader.isExecutable(folder.resolve("a.conf")));
            assertFalse(loader.isExecutable(folder.resolve("b.conf")));
            assertFalse(loader.isExecutable(folder.resolve("none")));
        }
    }

    @Test
    void tellsFilesThatOthersCanRead() {
        for (SourceLoader loader : loaders) {
            assertTrue(loader.isOpenToOthers(folder.resolve("a.conf")));
            assertFalse(loader.isOpenToOthers(folder.resolve("b.conf")));
            assertFalse(loader.isOpenToOthers(folder.resolve("none")));
        }
    }

    @Test
    void matchesByName() {
        for (SourceLoader loader : loaders) {
            assertEquals(List.of("a.conf", "b.conf"), names(loader.matching(folder, "*.conf")));
            assertEquals(List.of("d.d/c.conf"), names(loader.matching(folder, "*.d/*.conf")));
            assertEquals(List.of("d.d/inner/e.conf"), names(loader.matching(folder, "d.d/*/[e]*")));
            assertEquals(List.of("a.conf"), names(loader.matching(Path.of("/"), folder + "/a*")));
            assertEquals(List.of(), names(loader.matching(folder, "none/*")));
        }
    }

    @Test
    void devicesAreNoConfiguration() {
        IOException e = assertThrows(IOException.class, () -> new FileSourceLoader().read(Path.of("/dev/zero")));
        assertEquals("is no regular file", e.getMessage());
    }

    private List<String> names(List<Path> files) {
        return files.stream().map(file -> folder.relativize(file).toString()).toList();
    }
}
