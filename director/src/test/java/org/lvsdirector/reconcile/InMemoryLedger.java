package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.plan.Ownership;

/** A ledger that remembers every writing. */
public final class InMemoryLedger implements OwnershipLedger {
    private final List<Ownership> written = new ArrayList<>();
    private Runnable whenWritten = () -> {};

    @Override
    public Reading read() {
        return new Reading(now(), List.of());
    }

    @Override
    public void write(Ownership ownership) {
        whenWritten.run();
        written.add(ownership);
    }

    public Ownership now() {
        return written.isEmpty() ? Ownership.NOTHING : written.get(written.size() - 1);
    }

    List<Ownership> written() {
        return written;
    }

    void whenWritten(Runnable look) {
        whenWritten = look;
    }
}
