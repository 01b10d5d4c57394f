package org.lvsdirector.control.checkers;

import java.io.UncheckedIOException;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.reconcile.OwnershipLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A ledger whose failure to be written is told and no more: traffic matters more than tidying up after the next start. */
final class TolerantLedger implements OwnershipLedger {
    private static final Logger LOG = LoggerFactory.getLogger(TolerantLedger.class);

    private final OwnershipLedger ledger;

    TolerantLedger(OwnershipLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Reading read() {
        return ledger.read();
    }

    @Override
    public void write(Ownership ownership) {
        try {
            ledger.write(ownership);
        } catch (UncheckedIOException e) {
            LOG.error(
                    "{}: {}. Services that a later configuration drops may be left behind in the table",
                    e.getMessage(),
                    String.valueOf(e.getCause()));
        }
    }
}
