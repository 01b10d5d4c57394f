package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.control.checkers.MarkKeeper;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.netlink.netfilter.DropStyle;
import org.lvsdirector.netlink.netfilter.DropTable;
import org.lvsdirector.netlink.netfilter.KernelMarkTables;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.KernelInterfaces;
import org.lvsdirector.reconcile.FileLedger;
import org.lvsdirector.reconcile.OwnershipLedger;
import org.lvsdirector.reconcile.Pass;
import org.lvsdirector.reconcile.Reconciler;
import org.lvsdirector.vrrp.runtime.StartOrder.Leftover;
import org.lvsdirector.vrrp.settings.FirewallSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what a child has left that died, was killed or is resting when the director stops: nobody else would, and a virtual IP that
 * stays on a stopped director is an address conflict with the next master.
 */
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private Sweep() {}

    /** Removes these addresses where they are, and what drops their traffic; false if some may be left. */
    static boolean addresses(List<Leftover> leftovers, FirewallSettings firewall) {
        if (leftovers.isEmpty()) {
            return true;
        }
        try (Interfaces interfaces = KernelInterfaces.open()) {
            boolean gone = addresses(leftovers, interfaces);
            acceptTraffic(new DropStyle(firewall.table(), firewall.priority(), firewall.counted()));
            return gone;
        } catch (RuntimeException failure) {
            LOG.error("{}. Virtual addresses may be left; the ledger names them", failure.getMessage());
            return false;
        }
    }

    static boolean addresses(List<Leftover> leftovers, Interfaces interfaces) {
        Map<String, Integer> indexes = new HashMap<>();
        interfaces.links().forEach(link -> indexes.put(link.name(), link.index()));
        boolean complete = true;
        for (Leftover leftover : leftovers) {
            Integer index = indexes.get(leftover.interfaceName());
            if (index == null) {
                continue; // went with its interface
            }
            InterfaceAddress address = InterfaceAddress.of(
                    index, leftover.address().address(), leftover.address().prefixLength());
            try {
                if (interfaces.remove(address)) {
                    LOG.warn("Removed {} from {}, which was left there", address.text(), leftover.interfaceName());
                }
            } catch (RuntimeException failure) {
                LOG.error("{}. The address stays in the ledger", failure.getMessage());
                complete = false;
            }
        }
        return complete;
    }

    private static void acceptTraffic(DropStyle style) {
        try (DropTable drops = DropTable.open(style)) {
            drops.replace(List.of());
        } catch (RuntimeException failure) {
            // A kernel without nf_tables, most likely, which has dropped nothing.
            LOG.debug("{}", failure.getMessage());
        }
    }

    /** Removes the services that this ledger names and what gives packets their marks, and puts back the kernel's settings that its owner changed. */
    static void services(Path file) {
        new Sysctls(Sysctls.recordBeside(file)).restore();
        removeServices(file);
        new MarkKeeper(new KernelMarkTables(), MarkKeeper.recordBeside(file)).remove();
    }

    private static void removeServices(Path file) {
        FileLedger ledger = new FileLedger(file);
        if (ledger.read().ownership().servers().isEmpty()) {
            return;
        }
        try (Ipvs ipvs = KernelIpvs.open()) {
            services(ledger, ipvs);
        } catch (RuntimeException failure) {
            LOG.error("{}. Services may be left in the table; the ledger names them", failure.getMessage());
        }
    }

    static void services(OwnershipLedger ledger, Ipvs ipvs) {
        Reconciler reconciler = new Reconciler(ipvs, ledger, System::nanoTime);
        reconciler.adopt();
        Pass pass = reconciler.removeOwn();
        if (!pass.made().isEmpty()) {
            LOG.warn(
                    "Removed {} virtual services that were left in the table",
                    pass.made().size());
        }
        pass.failures()
                .forEach(refused -> LOG.error(
                        "{}. It stays in the table, and in the ledger for the next start",
                        refused.failure() == null ? "" : refused.failure().getMessage()));
    }
}
