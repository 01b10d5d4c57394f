package org.lvsdirector.control.files;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The addresses that a director may have put on interfaces, one {@code INTERFACE ADDRESS/LENGTH} a line. It is written before the first of
 * them can be added, so after a crash every address that is ours is known, even one that the configuration no longer has. It lives under
 * {@code /run} and dies with the boot, as the addresses do.
 */
public final class AddressLedger {

    /** An address on an interface. */
    public record Entry(String interfaceName, InetAddress address, int prefixLength) {
        private String line() {
            return interfaceName + " " + address.getHostAddress() + "/" + prefixLength;
        }
    }

    private final Path file;

    public AddressLedger(Path file) {
        this.file = file;
    }

    /**
     * What the ledger has; nothing if there is none. Lines that make no sense, such as a last one cut short, are passed over.
     *
     * @throws IOException if it is there but cannot be read
     */
    public List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split("[ /]", -1);
                if (words.length == 3 && words[1].matches("[0-9a-fA-F.:]+") && words[2].matches("[0-9]{1,3}")) {
                    entries.add(new Entry(words[0], InetAddress.getByName(words[1]), Integer.parseInt(words[2])));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return entries;
    }

    /** Replaces the ledger as a whole; no reader ever sees half of it. */
    public void write(Collection<Entry> entries) throws IOException {
        List<String> lines = entries.stream().map(Entry::line).distinct().toList();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the ledger: no address is ours any more. */
    public void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
