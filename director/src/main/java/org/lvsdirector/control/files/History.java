package org.lvsdirector.control.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lvsdirector.config.effective.ConfigurationText;

/**
 * The configurations that ran, numbered, the newest last. Each is a file of its own, with includes, variables and conditions carried out, and
 * for its owner's eyes alone, since configurations hold secrets. Only so many are kept.
 */
public final class History {
    /** How many are kept. */
    public static final int KEPT = 20;

    private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.conf");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    public History(Path folder) {
        this.folder = folder;
    }

    /** One of them, and since when it is kept. */
    public record Entry(int number, Instant since, Path file) {}

    /** All that are kept, the newest last; empty where there is no history. */
    public List<Entry> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    entries.add(new Entry(
                            Integer.parseInt(name.group(1)),
                            Files.getLastModifiedTime(file).toInstant(),
                            file));
                }
            }
        }
        return entries;
    }

    /** The file of a number. */
    public Optional<Path> file(int number) throws IOException {
        return entries().stream()
                .filter(entry -> entry.number() == number)
                .map(Entry::file)
                .findFirst();
    }

    /** Writes a configuration down that is to have a number. */
    public Staged stage(ConfigurationText text) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, OWNER_FOLDER);
        }
        Path file = folder.resolve("next");
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_FILE);
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.WRITE)) {
            text.forEachLine(line -> append(out, line));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return new Staged(file);
    }

    private static void append(Writer out, String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A configuration that has no number yet. */
    public final class Staged {
        private final Path file;

        private Staged(Path file) {
            this.file = file;
        }

        /** It runs: gives it its number, which is that of the last one if it is the same. */
        public int keep() throws IOException {
            List<Entry> entries = entries();
            Entry newest = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (newest != null && Files.mismatch(newest.file(), file) < 0) {
                discard();
                return newest.number();
            }
            int number = newest == null ? 1 : newest.number() + 1;
            Files.move(file, folder.resolve("%06d.conf".formatted(number)), StandardCopyOption.ATOMIC_MOVE);
            for (int i = 0; i <= entries.size() - KEPT; i++) {
                Files.deleteIfExists(entries.get(i).file());
            }
            return number;
        }

        /** It does not run. */
        public void discard() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
