package org.lvsdirector.vrrp.linux;

import org.lvsdirector.netlink.route.HardwareAddress;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.NewLink;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** A virtual interface in the words of rtnetlink. */
final class MadeLink {
    private MadeLink() {}

    static NewLink of(VirtualInterface made, int baseIndex, int masterIndex) {
        return new NewLink(made.name(), baseIndex, masterIndex, driver(made));
    }

    private static NewLink.Driver driver(VirtualInterface made) {
        return switch (made.kind()) {
            case MACVLAN -> new NewLink.PrivateMacvlan(HardwareAddress.parse(String.valueOf(made.hardwareAddress())));
            case IPVLAN_BRIDGE -> new NewLink.Ipvlan(NewLink.Isolation.BRIDGE);
            case IPVLAN_PRIVATE -> new NewLink.Ipvlan(NewLink.Isolation.PRIVATE);
            case IPVLAN_VEPA -> new NewLink.Ipvlan(NewLink.Isolation.VEPA);
        };
    }

    /** Whether a link is what the virtual interface would be, whatever its name. */
    static boolean isLike(Link link, VirtualInterface made, int baseIndex) {
        NewLink.Driver driver = driver(made);
        boolean sameAddress = !(driver instanceof NewLink.PrivateMacvlan macvlan)
                || macvlan.address().equals(link.address());
        return link.kind().equals(driver.kind()) && link.lowerIndex() == baseIndex && sameAddress;
    }
}
