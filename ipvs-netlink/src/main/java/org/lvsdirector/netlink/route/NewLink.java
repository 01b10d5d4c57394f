package org.lvsdirector.netlink.route;

/**
 * A link to be made upon another one.
 *
 * @param name at most 15 bytes
 * @param lowerIndex the link underneath
 * @param masterIndex the VRF, bridge or bond that it joins; 0 for none
 */
public record NewLink(String name, int lowerIndex, int masterIndex, Driver driver) {

    /** What kind of link, and what that kind wants to know. */
    public sealed interface Driver permits PrivateMacvlan, Ipvlan {
        /** {@code IFLA_INFO_KIND}. */
        String kind();
    }

    /** A macvlan that talks to nobody but the wire ({@code MACVLAN_MODE_PRIVATE}). */
    public record PrivateMacvlan(HardwareAddress address) implements Driver {
        @Override
        public String kind() {
            return "macvlan";
        }
    }

    /** An ipvlan that switches ({@code IPVLAN_MODE_L2}). All of one lower link have the same isolation. */
    public record Ipvlan(Isolation isolation) implements Driver {
        @Override
        public String kind() {
            return "ipvlan";
        }
    }

    /** Who of the same lower link an ipvlan reaches; {@code IPVLAN_F_*} of {@code linux/if_link.h}. */
    public enum Isolation {
        /** The others. */
        BRIDGE(0),
        /** None of them. */
        PRIVATE(1),
        /** Those that the switch outside leads back to. */
        VEPA(2);

        private final int flags;

        Isolation(int flags) {
            this.flags = flags;
        }

        int flags() {
            return flags;
        }
    }
}
