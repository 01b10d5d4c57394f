package org.lvsdirector.control.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lvsdirector.control.link.Json;

/**
 * What a director may have put into the kernel, one JSON object a line, in the order in which it is added. Like {@link AddressLedger} it is
 * written before the first of it can be, and dies with the boot.
 */
public final class JsonLedger<T> {
    private final Path file;
    private final Class<T> kind;

    public JsonLedger(Path file, Class<T> kind) {
        this.file = file;
        this.kind = kind;
    }

    /**
     * What the ledger has; nothing if there is none. Lines that make no sense, such as those of another release, are passed over.
     *
     * @throws IOException if it is there but cannot be read
     */
    public List<T> read() throws IOException {
        List<T> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                addIfSound(entries, line);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return entries;
    }

    private void addIfSound(List<T> entries, String line) {
        try {
            entries.add(Json.mapper().readValue(line, kind));
        } catch (JsonProcessingException unsound) {
            // Nothing can be removed by it.
        }
    }

    /** Replaces the ledger as a whole; no reader ever sees half of it. Without entries it is removed. */
    public void write(Collection<T> entries) throws IOException {
        if (entries.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        List<String> lines = new ArrayList<>();
        for (T entry : entries) {
            lines.add(Json.mapper().writerFor(kind).writeValueAsString(entry));
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
