package org.lvsdirector.netlink.route;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.NetlinkMessage;

/** Reads {@code RTM_NEWLINK} and {@code RTM_DELLINK}. */
final class LinkDecoder {
    private static final int FAMILY_OFFSET = 0; // struct ifinfomsg: u8 ifi_family, u8 pad, u16 ifi_type,
    private static final int INDEX_OFFSET = 4; // s32 ifi_index,
    private static final int FLAGS_OFFSET = 8; // u32 ifi_flags, u32 ifi_change

    private static final String VRF = "vrf";

    private LinkDecoder() {}

    /**
     * The link that a message describes.
     *
     * @return null for a message about a link's part in something else: a bridge tells of its ports joining and <em>leaving</em> in
     *     messages that look like links of family {@code AF_BRIDGE}
     */
    static @Nullable Link decode(NetlinkMessage message) {
        if (message.u8(FAMILY_OFFSET) != RouteConstants.AF_UNSPEC) {
            return null;
        }
        HardwareAddress address = HardwareAddress.NONE;
        String name = "";
        int mtu = 0;
        OperState operState = OperState.UNKNOWN;
        int master = 0;
        int lower = 0;
        Info info = Info.NONE;
        AttributeReader in = message.attributes(RouteConstants.IFINFOMSG_LENGTH);
        while (in.next()) {
            switch (in.type()) {
                case RouteConstants.IFLA_ADDRESS -> address = HardwareAddress.of(in.bytes());
                case RouteConstants.IFLA_IFNAME -> name = in.string();
                case RouteConstants.IFLA_MTU -> mtu = in.s32();
                case RouteConstants.IFLA_LINK -> lower = in.s32();
                case RouteConstants.IFLA_MASTER -> master = in.s32();
                case RouteConstants.IFLA_OPERSTATE -> operState = OperState.ofNumber(in.u8());
                case RouteConstants.IFLA_LINKINFO -> info = info(in);
                default -> {}
            }
        }
        return new Link(
                message.s32(INDEX_OFFSET),
                name,
                address,
                mtu,
                message.s32(FLAGS_OFFSET),
                operState,
                master,
                lower,
                info.kind(),
                info.vrfTable());
    }

    /** What a link's driver says of it. */
    private record Info(String kind, long vrfTable) {
        static final Info NONE = new Info("", 0);
    }

    /** The kind comes first: it says how the rest is to be read. */
    private static Info info(AttributeReader in) {
        String kind = "";
        long table = 0;
        in.enter();
        while (in.next()) {
            if (in.type() == RouteConstants.IFLA_INFO_KIND) {
                kind = in.string();
            } else if (in.type() == RouteConstants.IFLA_INFO_DATA && kind.equals(VRF)) {
                table = vrfTable(in);
            }
        }
        in.leave();
        return new Info(kind, table);
    }

    private static long vrfTable(AttributeReader in) {
        long table = 0;
        in.enter();
        while (in.next()) {
            if (in.type() == RouteConstants.IFLA_VRF_TABLE) {
                table = in.u32();
            }
        }
        in.leave();
        return table;
    }
}
