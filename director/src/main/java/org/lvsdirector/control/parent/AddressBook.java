package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.control.files.AddressLedger;
import org.lvsdirector.control.files.InstanceFiles;
import org.lvsdirector.control.files.JsonLedger;
import org.lvsdirector.vrrp.runtime.StartOrder.Leftover;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledgers of addresses, routes, rules and interfaces true: they name every one before the vrrp process may add it, and until that
 * has let go of it.
 */
final class AddressBook {
    private static final Logger LOG = LoggerFactory.getLogger(AddressBook.class);

    private final AddressLedger ledger;
    private final TolerantLedger<RoutingEntry> routing;
    private final TolerantLedger<VirtualInterface> links;

    AddressBook(AddressLedger ledger, TolerantLedger<RoutingEntry> routing, TolerantLedger<VirtualInterface> links) {
        this.ledger = ledger;
        this.routing = routing;
        this.links = links;
    }

    /** The book of a director's instance. */
    static AddressBook of(InstanceFiles files) {
        return new AddressBook(
                new AddressLedger(files.addressLedger()),
                new TolerantLedger<>("routes", new JsonLedger<>(files.routingLedger(), RoutingEntry.class)),
                new TolerantLedger<>("interfaces", new JsonLedger<>(files.linkLedger(), VirtualInterface.class)));
    }

    /** What an earlier life may have left. */
    List<Leftover> leftovers() {
        return read().stream()
                .map(entry ->
                        new Leftover(entry.interfaceName(), VirtualAddress.of(entry.address(), entry.prefixLength())))
                .toList();
    }

    /** The routes and rules that an earlier life may have left, in the order in which they were added. */
    List<RoutingEntry> leftoverRouting() {
        return routing.read();
    }

    /** The interfaces that an earlier life may have left. */
    List<VirtualInterface> leftoverLinks() {
        return links.read();
    }

    /** Before a configuration is committed: its addresses, and all that were there before. */
    void expect(RouterSettings settings) {
        Set<AddressLedger.Entry> entries = new LinkedHashSet<>(read());
        entries.addAll(entries(settings));
        write(entries);
        routing.add(routing(settings));
        links.add(links(settings));
    }

    /** After a configuration was committed: its addresses alone. */
    void settle(RouterSettings settings) {
        write(entries(settings));
        routing.write(routing(settings));
        links.write(links(settings));
    }

    /** No address is ours any more. */
    void clear() {
        routing.write(List.of());
        links.write(List.of());
        try {
            ledger.clear();
        } catch (IOException failure) {
            LOG.warn("Cannot remove the ledger of addresses: {}", failure.toString());
        }
    }

    private static Set<AddressLedger.Entry> entries(RouterSettings settings) {
        Set<AddressLedger.Entry> entries = new LinkedHashSet<>();
        for (VirtualAddress address : settings.statics().addresses()) {
            entries.add(new AddressLedger.Entry(address.interfaceOr(""), address.address(), address.prefixLength()));
        }
        for (InstanceSettings instance : settings.instances()) {
            for (VirtualAddress address : instance.allAddresses()) {
                String where = address.interfaceOr(instance.interfaceName());
                entries.add(new AddressLedger.Entry(where, address.address(), address.prefixLength()));
            }
        }
        return entries;
    }

    private static Set<RoutingEntry> routing(RouterSettings settings) {
        Set<RoutingEntry> entries = new LinkedHashSet<>(settings.statics().routing());
        settings.instances().forEach(instance -> entries.addAll(instance.host().routing()));
        return entries;
    }

    private static Set<VirtualInterface> links(RouterSettings settings) {
        Set<VirtualInterface> all = new LinkedHashSet<>();
        settings.instances()
                .forEach(instance -> all.addAll(instance.host().interfaces().all()));
        return all;
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
