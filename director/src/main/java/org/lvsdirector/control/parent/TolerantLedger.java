package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.control.files.JsonLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A ledger whose failures are told but stop nobody: a virtual address that is up matters more than the note of it. */
final class TolerantLedger<T> {
    private static final Logger LOG = LoggerFactory.getLogger(TolerantLedger.class);

    private final String what;
    private final JsonLedger<T> ledger;

    /** @param what it names, for people */
    TolerantLedger(String what, JsonLedger<T> ledger) {
        this.what = what;
        this.ledger = ledger;
    }

    List<T> read() {
        try {
            return ledger.read();
        } catch (IOException failure) {
            LOG.warn("Cannot read the ledger of {}: {}", what, failure.toString());
            return List.of();
        }
    }

    /** Adds to what is there. */
    void add(Collection<T> more) {
        Set<T> all = new LinkedHashSet<>(read());
        all.addAll(more);
        write(all);
    }

    void write(Collection<T> entries) {
        try {
            ledger.write(entries);
        } catch (IOException failure) {
            LOG.warn("Cannot write the ledger of {}: {}", what, failure.toString());
        }
    }
}
