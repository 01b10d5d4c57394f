package org.lvsdirector.control.checkers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.netfilter.MarkTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tables that give the packets of groups their marks. Their names stand in a file before they are made, so that whoever comes
 * after a crash can remove them, whatever the configuration says by then.
 */
public final class MarkKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(MarkKeeper.class);

    private final MarkTables kernel;
    private final Path record;
    private final Set<String> tables = new LinkedHashSet<>();
    private @Nullable GroupMarks wanted;
    private boolean refused;

    /** @param record where the names stand; under /run, which dies with the boot as the tables do */
    public MarkKeeper(MarkTables kernel, Path record) {
        this.kernel = kernel;
        this.record = record;
        try {
            if (Files.exists(record)) {
                tables.addAll(Files.readAllLines(record));
            }
        } catch (IOException e) {
            LOG.error("Cannot read {}: {}. The nftables tables that it names stay", record, e.toString());
        }
    }

    /** The file that belongs to a ledger. */
    public static Path recordBeside(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".marks");
    }

    /** Has these marks given from now on, before the services that need them are there; null for none. */
    void give(@Nullable GroupMarks marks) {
        wanted = marks == null || marks.marks().isEmpty() ? null : marks;
        refused = false;
        if (wanted != null) {
            give();
        }
    }

    /** Has the marks given if that failed before. */
    void tryAgain() {
        if (refused) {
            give();
        }
    }

    private void give() {
        GroupMarks marks = wanted;
        if (marks == null) {
            return;
        }
        boolean fresh = tables.add(marks.table());
        try {
            if (fresh) {
                write();
            }
            kernel.replace(marks.table(), marks.priority(), marks.marks());
            if (refused) {
                LOG.info("The nftables table {} gives groups their firewall marks now", marks.table());
            }
            refused = false;
        } catch (NetlinkException | UncheckedIOException e) {
            if (!refused) {
                LOG.error(
                        "{}. Without nftables no packet gets the firewall mark of its group: the groups of nftables_ipvs"
                                + " serve nobody until that works",
                        e.getMessage());
            }
            refused = true;
            if (fresh) {
                forget(marks.table()); // a refused transaction leaves nothing
            }
        }
    }

    /** Removes what an earlier configuration had, or one who crashed, once its services are gone. */
    void dropOthers() {
        GroupMarks marks = wanted;
        for (String table : List.copyOf(tables)) {
            if (marks == null || !table.equals(marks.table())) {
                drop(table);
            }
        }
    }

    /** Removes all. */
    public void remove() {
        wanted = null;
        refused = false;
        dropOthers();
    }

    private void drop(String table) {
        try {
            kernel.replace(table, 0, List.of());
            forget(table);
        } catch (NetlinkException e) {
            LOG.error("{}. The nftables table {} may be left", e.getMessage(), table);
        }
    }

    private void forget(String table) {
        tables.remove(table);
        try {
            write();
        } catch (UncheckedIOException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    private void write() {
        try {
            if (tables.isEmpty()) {
                Files.deleteIfExists(record);
                return;
            }
            Path fresh = record.resolveSibling(record.getFileName() + ".new");
            Files.write(fresh, tables);
            Files.move(fresh, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + record, e);
        }
    }
}
