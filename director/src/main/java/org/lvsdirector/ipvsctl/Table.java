package org.lvsdirector.ipvsctl;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;

/** The kernel's table, opened when it is first needed: help and mistakes need no kernel. */
final class Table implements AutoCloseable {
    private final Supplier<Ipvs> source;
    private @Nullable Ipvs opened;

    /** The source may throw {@link IpvsException}. */
    Table(Supplier<Ipvs> source) {
        this.source = source;
    }

    Ipvs open() throws NoIpvsException {
        if (opened == null) {
            try {
                opened = source.get();
            } catch (IpvsException e) {
                throw new NoIpvsException(e);
            }
        }
        return opened;
    }

    /** Opens the table and asks it something, as ipvsadm does before it reads a word: it may be there and not allowed. */
    void probe() throws NoIpvsException {
        try {
            open().info();
        } catch (IpvsException e) {
            throw new NoIpvsException(e);
        }
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
