package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.control.files.AddressLedger;
import org.lvsdirector.vrrp.runtime.StartOrder.Leftover;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the ledger of addresses true: it names every address before the vrrp process may add it, and until that has let go of it. */
final class AddressBook {
    private static final Logger LOG = LoggerFactory.getLogger(AddressBook.class);

    private final AddressLedger ledger;

    AddressBook(AddressLedger ledger) {
        this.ledger = ledger;
    }

    /** What an earlier life may have left. */
    List<Leftover> leftovers() {
        return read().stream()
                .map(entry ->
                        new Leftover(entry.interfaceName(), VirtualAddress.of(entry.address(), entry.prefixLength())))
                .toList();
    }

    /** Before a configuration is committed: its addresses, and all that were there before. */
    void expect(RouterSettings settings) {
        Set<AddressLedger.Entry> entries = new LinkedHashSet<>(read());
        entries.addAll(entries(settings));
        write(entries);
    }

    /** After a configuration was committed: its addresses alone. */
    void settle(RouterSettings settings) {
        write(entries(settings));
    }

    /** No address is ours any more. */
    void clear() {
        try {
            ledger.clear();
        } catch (IOException failure) {
            LOG.warn("Cannot remove the ledger of addresses: {}", failure.toString());
        }
    }

    private static Set<AddressLedger.Entry> entries(RouterSettings settings) {
        Set<AddressLedger.Entry> entries = new LinkedHashSet<>();
        for (InstanceSettings instance : settings.instances()) {
            for (VirtualAddress address : instance.allAddresses()) {
                String where = address.interfaceOr(instance.interfaceName());
                entries.add(new AddressLedger.Entry(where, address.address(), address.prefixLength()));
            }
        }
        return entries;
    }

    private List<AddressLedger.Entry> read() {
        try {
            return ledger.read();
        } catch (IOException failure) {
            LOG.warn("Cannot read the ledger of addresses: {}", failure.toString());
            return List.of();
        }
    }

    private void write(Set<AddressLedger.Entry> entries) {
        try {
            ledger.write(entries);
        } catch (IOException failure) {
            LOG.warn("Cannot write the ledger of addresses: {}", failure.toString());
        }
    }
}
