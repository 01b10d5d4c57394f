package org.lvsdirector.reconcile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.lvsdirector.plan.Ownership;

/**
 * A ledger in a file under /run, which dies with the boot as the table does. A new one replaces the old in one step, so that a reader, or
 * a crash, sees either.
 */
public final class FileLedger implements OwnershipLedger {
    /** Room for over a million real servers; more than this was not written by us. */
    private static final long MAX_BYTES = 64L << 20;

    private final Path file;

    public FileLedger(Path file) {
        this.file = file;
    }

    @Override
    public Reading read() {
        try {
            if (!Files.exists(file)) {
                return new Reading(Ownership.NOTHING, List.of());
            }
            if (Files.size(file) > MAX_BYTES) {
                return broken("it is larger than " + MAX_BYTES + " bytes");
            }
            return new Reading(LedgerText.read(Files.readAllLines(file)), List.of());
        } catch (IOException | IllegalArgumentException e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private Reading broken(String why) {
        String problem = "Ledger " + file + " cannot be believed: " + why
                + ". Services that an earlier configuration left behind stay as they are; remove them with ipvsctl if need be.";
        return new Reading(Ownership.NOTHING, List.of(problem));
    }

    @Override
    public void write(Ownership ownership) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
                LedgerText.write(ownership, line -> writeLine(writer, line));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger " + file, e);
        }
    }

    private static void writeLine(BufferedWriter writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
