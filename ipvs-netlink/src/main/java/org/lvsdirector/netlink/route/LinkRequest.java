package org.lvsdirector.netlink.route;

import java.util.function.Consumer;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.NetlinkRequest;

/** {@code RTM_NEWLINK} and {@code RTM_DELLINK}. */
record LinkRequest(
        int type,
        int flags,
        int index,
        int linkFlags,
        int changedFlags,
        String describe,
        Consumer<AttributeWriter> attributes)
        implements NetlinkRequest {
    private static final int ANY = 0;
    private static final int MACVLAN_MODE_PRIVATE = 1;
    private static final int IPVLAN_MODE_L2 = 0;

    /** Makes a link, which is down. Answered by {@code EEXIST} if there is one of that name. */
    static LinkRequest add(NewLink link) {
        int flags = NetlinkConstants.NLM_F_CREATE | NetlinkConstants.NLM_F_EXCL;
        String description = "make " + link.driver().kind() + " " + link.name() + " on link " + link.lowerIndex();
        return new LinkRequest(RouteConstants.RTM_NEWLINK, flags, ANY, 0, 0, description, out -> {
            if (link.driver() instanceof NewLink.PrivateMacvlan macvlan) {
                out.bytes(RouteConstants.IFLA_ADDRESS, macvlan.address().toBytes());
            }
            out.s32(RouteConstants.IFLA_LINK, link.lowerIndex()).string(RouteConstants.IFLA_IFNAME, link.name());
            if (link.masterIndex() != 0) {
                out.s32(RouteConstants.IFLA_MASTER, link.masterIndex());
            }
            driver(out, link.driver());
        });
    }

    private static void driver(AttributeWriter out, NewLink.Driver driver) {
        int info = out.beginPlainNested(RouteConstants.IFLA_LINKINFO);
        out.string(RouteConstants.IFLA_INFO_KIND, driver.kind());
        int data = out.beginPlainNested(RouteConstants.IFLA_INFO_DATA);
        if (driver instanceof NewLink.Ipvlan ipvlan) {
            out.u16(RouteConstants.IFLA_IPVLAN_MODE, IPVLAN_MODE_L2)
                    .u16(RouteConstants.IFLA_IPVLAN_FLAGS, ipvlan.isolation().flags());
        } else {
            out.u32(RouteConstants.IFLA_MACVLAN_MODE, MACVLAN_MODE_PRIVATE);
        }
        out.endNested(data);
        out.endNested(info);
    }

    /** Answered by {@code ENODEV} if there is no such link. */
    static LinkRequest remove(int index) {
        return new LinkRequest(RouteConstants.RTM_DELLINK, 0, index, 0, 0, "remove link " + index, out -> {});
    }

    /** Sets it up. */
    static LinkRequest raise(int index) {
        return new LinkRequest(
                RouteConstants.RTM_NEWLINK, 0, index, Link.UP, Link.UP, "set up link " + index, out -> {});
    }

    /** Sets it down. */
    static LinkRequest lower(int index) {
        return new LinkRequest(RouteConstants.RTM_NEWLINK, 0, index, 0, Link.UP, "set down link " + index, out -> {});
    }

    /** Gives it another name, for which most kernels want it down. */
    static LinkRequest rename(int index, String name) {
        String description = "rename link " + index + " to " + name;
        return new LinkRequest(
                RouteConstants.RTM_NEWLINK,
                0,
                index,
                0,
                0,
                description,
                out -> out.string(RouteConstants.IFLA_IFNAME, name));
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.u8(RouteConstants.AF_UNSPEC) // ifi_family
                .u8(0) // padding
                .u16(0) // ifi_type
                .u32(index) // ifi_index
                .u32(linkFlags) // ifi_flags
                .u32(changedFlags); // ifi_change: which of the flags
        attributes.accept(out.attributes());
    }
}
