package org.lvsdirector.control.sysctl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets what is below {@code /proc/sys} and puts it back. What was there before stands in a file before it is changed, so that a successor
 * after a crash puts the right thing back. A setting that cannot be written is told and left alone. Names have slashes, since names of
 * interfaces may have dots.
 */
public final class Sysctls {
    private static final Logger LOG = LoggerFactory.getLogger(Sysctls.class);
    private static final Path KERNEL = Path.of("/proc/sys");

    private final Path root;
    private final Path record;
    private final Map<String, String> before = new LinkedHashMap<>();
    /** Those of the configuration, or, before there is one, of a predecessor; the others are held until the end. */
    private Set<String> configured;

    private final Set<String> refused = new HashSet<>();

    /** @param record where the old values stand; under /run, which dies with the boot as the settings do */
    public Sysctls(Path record) {
        this(KERNEL, record);
    }

    Sysctls(Path root, Path record) {
        this.root = root;
        this.record = record;
        remember();
        configured = Set.copyOf(before.keySet());
    }

    /** The file that belongs to a ledger. */
    public static Path recordBeside(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".sysctl");
    }

    private void remember() {
        try {
            if (Files.exists(record)) {
                for (String line : Files.readAllLines(record)) {
                    String[] words = line.split("=", 2);
                    if (words.length == 2) {
                        before.put(words[0], words[1]);
                    }
                }
            }
        } catch (IOException e) {
            LOG.error("Cannot read {}: {}. What it names stays as it is", record, e.toString());
        }
    }

    /** Sets these, and puts back what an earlier configuration, or one who crashed, set and this one does not. */
    public void configure(Map<String, String> wanted) {
        for (String name : configured) {
            if (!wanted.containsKey(name)) {
                putBack(name);
            }
        }
        configured = Set.copyOf(wanted.keySet());
        wanted.forEach(this::set);
    }

    /**
     * Sets one until the end.
     *
     * @return whether it has this value now
     */
    public boolean set(String name, String value) {
        try {
            String present = read(name);
            if (present.equals(value)) {
                return true;
            }
            if (before.putIfAbsent(name, present) == null) {
                write();
            }
            Files.writeString(root.resolve(name), value + "\n");
            LOG.info("{} is {} while this director runs, was {}", name, value, before.get(name));
            refused.remove(name);
            return true;
        } catch (IOException | UncheckedIOException e) {
            if (refused.add(name)) {
                LOG.error("Cannot set {} to {}: {}", name, value, e.toString());
            }
            return false;
        }
    }

    /** What it is now; empty where the kernel does not have it. */
    public String get(String name) {
        try {
            return read(name);
        } catch (IOException e) {
            return "";
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(root.resolve(name)).strip();
    }

    /** What it was before it was changed; empty where the kernel does not have it. */
    public String original(String name) {
        String old = before.get(name);
        return old == null ? get(name) : old;
    }

    /** Puts everything back. */
    public void restore() {
        restoreAllBut(Set.of());
        configured = Set.of();
    }

    /** Puts everything back but these. */
    public void restoreAllBut(Set<String> kept) {
        for (String name : List.copyOf(before.keySet())) {
            if (!kept.contains(name)) {
                putBack(name);
            }
        }
    }

    private void putBack(String name) {
        String old = before.get(name);
        if (old == null) {
            return;
        }
        try {
            if (Files.exists(root.resolve(name))) { // it may have gone with its interface
                Files.writeString(root.resolve(name), old + "\n");
                LOG.info("{} is {} again", name, old);
            }
            before.remove(name);
            write();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("Cannot put {} back to {}: {}", name, old, e.toString());
        }
    }

    private void write() {
        try {
            if (before.isEmpty()) {
                Files.deleteIfExists(record);
                return;
            }
            List<String> lines = new ArrayList<>();
            before.forEach((name, value) -> lines.add(name + "=" + value));
            Path fresh = record.resolveSibling(record.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + record, e);
        }
    }
}
