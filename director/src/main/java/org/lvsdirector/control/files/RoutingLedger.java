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
import org.lvsdirector.vrrp.settings.RoutingEntry;

/**
 * The routes and rules that a director may have put into the kernel, one JSON object a line, in the order in which they are added. Like
 * {@link AddressLedger} it is written before the first of them can be, and dies with the boot.
 */
public final class RoutingLedger {
    private final Path file;

    public RoutingLedger(Path file) {
        this.file = file;
    }

    /**
     * What the ledger has; nothing if there is none. Lines that make no sense, such as those of another release, are passed over.
     *
     * @throws IOException if it is there but cannot be read
     */
    public List<RoutingEntry> read() throws IOException {
        List<RoutingEntry> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                addIfSound(entries, line);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return entries;
    }

    private static void addIfSound(List<RoutingEntry> entries, String line) {
        try {
            entries.add(Json.mapper().readValue(line, RoutingEntry.class));
        } catch (JsonProcessingException unsound) {
            // Nothing can be removed by it.
        }
    }

    /** Replaces the ledger as a whole; no reader ever sees half of it. Without entries it is removed. */
    public void write(Collection<RoutingEntry> entries) throws IOException {
        if (entries.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        List<String> lines = new ArrayList<>();
        for (RoutingEntry entry : entries) {
            lines.add(Json.mapper().writerFor(RoutingEntry.class).writeValueAsString(entry));
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
