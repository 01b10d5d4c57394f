package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.checkers.Predecessor;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** A configuration as each child is told to prepare it, with what there is to know of earlier children. */
final class Orders {
    private final AddressBook addresses;
    private final MasterRecord masters;
    private final CheckersRecord checks;
    private final String kernelRecord;
    private boolean vrrpStarted;

    /** @param kernelRecord where the vrrp process notes what it changes of the kernel's settings */
    Orders(AddressBook addresses, MasterRecord masters, CheckersRecord checks, Path kernelRecord) {
        this.kernelRecord = kernelRecord.toString();
        this.addresses = addresses;
        this.masters = masters;
        this.checks = checks;
    }

    /** For a child that begins; null if there is no work for it. */
    @Nullable
    Command first(ChildRole role, Work work) {
        RouterSettings vrrp = work.vrrp();
        CheckersSettings checkers = work.checkers();
        long number = work.generation();
        if (role == ChildRole.CHECKERS) {
            return checkers == null
                    ? null
                    : new Command.PrepareCheckers(number, checkers, checks.before(number), checks.health());
        }
        if (vrrp == null) {
            return null;
        }
        // A process that is the first of this parent starts cold, whatever an earlier parent knew.
        StartOrder order = new StartOrder(
                vrrp,
                vrrpStarted ? masters.resumptions(vrrp) : List.of(),
                addresses.leftovers(),
                addresses.leftoverRouting(),
                addresses.leftoverLinks());
        vrrpStarted = true;
        addresses.expect(vrrp);
        return new Command.PrepareVrrp(number, order, kernelRecord);
    }

    /** For a child that runs already; null if there is no work for it. */
    @Nullable
    Command next(ChildRole role, Work work) {
        RouterSettings vrrp = work.vrrp();
        CheckersSettings checkers = work.checkers();
        if (role == ChildRole.VRRP) {
            return vrrp == null
                    ? null
                    : new Command.PrepareVrrp(work.generation(), StartOrder.cold(vrrp), kernelRecord);
        }
        return checkers == null
                ? null
                : new Command.PrepareCheckers(work.generation(), checkers, Predecessor.OTHER_CONFIGURATION, List.of());
    }
}
