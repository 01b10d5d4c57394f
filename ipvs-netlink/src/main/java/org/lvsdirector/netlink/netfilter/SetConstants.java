package org.lvsdirector.netlink.netfilter;

/** Numbers of ipset under their uapi names ({@code linux/netfilter/ipset/ip_set.h}). */
final class SetConstants {
    static final int NFNL_SUBSYS_IPSET = 6;

    /** Understood by every kernel since 2.6.39. */
    static final int IPSET_PROTOCOL = 6;

    static final int IPSET_CMD_CREATE = 2;
    static final int IPSET_CMD_DESTROY = 3;
    static final int IPSET_CMD_FLUSH = 4;
    static final int IPSET_CMD_ADD = 9;
    static final int IPSET_CMD_DEL = 10;

    static final int IPSET_ATTR_PROTOCOL = 1;
    static final int IPSET_ATTR_SETNAME = 2;
    static final int IPSET_ATTR_TYPENAME = 3;
    static final int IPSET_ATTR_REVISION = 4;
    static final int IPSET_ATTR_FAMILY = 5;
    static final int IPSET_ATTR_DATA = 7;

    static final int IPSET_ATTR_IP = 1;
    static final int IPSET_ATTR_CIDR = 3;
    static final int IPSET_ATTR_LINENO = 9;
    static final int IPSET_ATTR_IFACE = 23;

    static final int IPSET_ATTR_IPADDR_IPV4 = 1;
    static final int IPSET_ATTR_IPADDR_IPV6 = 2;

    /** The attribute's number is in network order, which ipset insists on. */
    static final int NLA_F_NET_BYTEORDER = 0x4000;

    private SetConstants() {}
}
