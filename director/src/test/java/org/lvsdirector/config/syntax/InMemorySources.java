package org.lvsdirector.config.syntax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Twin of {@link FileSourceLoader}: files in a map. {@code FileSourceLoaderTest} holds both to the same contract. */
public final class InMemorySources implements SourceLoader {
    private final TreeMap<Path, byte[]> files = new TreeMap<>();
    private final Set<Path> executable = new HashSet<>();
    private final Set<Path> openToOthers = new HashSet<>();

    /** Adds a text file. */
    public InMemorySources with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file of any bytes. */
    public InMemorySources with(String name, byte[] bytes) {
        files.put(Path.of(name), bytes.clone());
        return this;
    }

    /** Lets others read a file. */
    public InMemorySources openToOthers(String name) {
        openToOthers.add(Path.of(name));
        return this;
    }

    /** Sets the execute bit of a file. */
    public InMemorySources executable(String name) {
        executable.add(Path.of(name));
        return this;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes != null) {
            return bytes.clone();
        }
        if (files.keySet().stream().anyMatch(known -> known.startsWith(file))) {
            throw new IOException("is a directory");
        }
        throw new NoSuchFileException(file.toString());
    }

    @Override
    public boolean isOpenToOthers(Path file) {
        return openToOthers.contains(file);
    }

    @Override
    public boolean isExecutable(Path file) {
        return executable.contains(file);
    }

    @Override
    public List<Path> matching(Path directory, String pattern) {
        Path whole = directory.resolve(pattern);
        return files.keySet().stream().filter(file -> matches(whole, file)).toList();
    }

    private static boolean matches(Path pattern, Path file) {
        if (pattern.getNameCount() != file.getNameCount()) {
            return false;
        }
        for (int i = 0; i < file.getNameCount(); i++) {
            if (!Wildcard.matches(pattern.getName(i).toString(), file.getName(i).toString())) {
                return false;
            }
        }
        return true;
    }
}
