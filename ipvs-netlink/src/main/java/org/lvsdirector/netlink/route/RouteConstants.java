package org.lvsdirector.netlink.route;

/** Numbers of rtnetlink under their uapi names ({@code linux/rtnetlink.h}, {@code linux/lwtunnel.h} and their kin). */
final class RouteConstants {
    static final int RTM_NEWLINK = 16;
    static final int RTM_DELLINK = 17;
    static final int RTM_GETLINK = 18;
    static final int RTM_NEWADDR = 20;
    static final int RTM_DELADDR = 21;
    static final int RTM_GETADDR = 22;

    static final int RTM_NEWROUTE = 24;
    static final int RTM_DELROUTE = 25;
    static final int RTM_NEWRULE = 32;
    static final int RTM_DELRULE = 33;

    static final int RTNLGRP_LINK = 1;
    static final int RTNLGRP_IPV4_IFADDR = 5;
    static final int RTNLGRP_IPV4_ROUTE = 7;
    static final int RTNLGRP_IPV4_RULE = 8;
    static final int RTNLGRP_IPV6_IFADDR = 9;
    static final int RTNLGRP_IPV6_ROUTE = 11;
    static final int RTNLGRP_IPV6_RULE = 19;

    static final int AF_UNSPEC = 0;

    static final int IFLA_ADDRESS = 1;
    static final int IFLA_IFNAME = 3;
    static final int IFLA_MTU = 4;
    static final int IFLA_LINK = 5;
    static final int IFLA_MASTER = 10;
    static final int IFLA_OPERSTATE = 16;
    static final int IFLA_LINKINFO = 18;
    static final int IFLA_EXT_MASK = 29;
    static final int IFLA_INFO_KIND = 1;
    static final int IFLA_INFO_DATA = 2;
    static final int IFLA_MACVLAN_MODE = 1;
    static final int IFLA_VRF_TABLE = 1;
    static final int IFLA_IPVLAN_MODE = 1;
    static final int IFLA_IPVLAN_FLAGS = 2;

    /** In {@link #IFLA_EXT_MASK}: leave the counters out. */
    static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;

    static final int IFA_ADDRESS = 1;
    static final int IFA_LOCAL = 2;
    static final int IFA_LABEL = 3;
    static final int IFA_BROADCAST = 4;
    static final int IFA_CACHEINFO = 6;
    static final int IFA_FLAGS = 8;

    static final int RTA_DST = 1;
    static final int RTA_SRC = 2;
    static final int RTA_OIF = 4;
    static final int RTA_GATEWAY = 5;
    static final int RTA_PRIORITY = 6;
    static final int RTA_PREFSRC = 7;
    static final int RTA_METRICS = 8;
    static final int RTA_MULTIPATH = 9;
    static final int RTA_FLOW = 11;
    static final int RTA_TABLE = 15;
    static final int RTA_VIA = 18;
    static final int RTA_NEWDST = 19;
    static final int RTA_PREF = 20;
    static final int RTA_ENCAP_TYPE = 21;
    static final int RTA_ENCAP = 22;
    static final int RTA_EXPIRES = 23;
    static final int RTA_TTL_PROPAGATE = 26;

    static final int LWTUNNEL_ENCAP_MPLS = 1;
    static final int LWTUNNEL_ENCAP_IP = 2;
    static final int LWTUNNEL_ENCAP_IP6 = 4;
    static final int LWTUNNEL_IP_ID = 1;
    static final int LWTUNNEL_IP_DST = 2;
    static final int LWTUNNEL_IP_SRC = 3;
    static final int LWTUNNEL_IP_TTL = 4;
    static final int LWTUNNEL_IP_TOS = 5;
    static final int LWTUNNEL_IP_FLAGS = 6;
    static final int MPLS_IPTUNNEL_DST = 1;
    static final int MPLS_IPTUNNEL_TTL = 2;

    static final int RTAX_LOCK = 1;
    static final int RTAX_CC_ALGO = 16;

    static final int RTNH_F_ONLINK = 4;

    /** {@code rtm_table} of a table whose number needs {@link #RTA_TABLE}. */
    static final int RT_TABLE_UNSPEC = 0;

    static final int FRA_DST = 1;
    static final int FRA_SRC = 2;
    static final int FRA_IIFNAME = 3;
    static final int FRA_GOTO = 4;
    static final int FRA_PRIORITY = 6;
    static final int FRA_FWMARK = 10;
    static final int FRA_FLOW = 11;
    static final int FRA_TUN_ID = 12;
    static final int FRA_SUPPRESS_IFGROUP = 13;
    static final int FRA_SUPPRESS_PREFIXLEN = 14;
    static final int FRA_TABLE = 15;
    static final int FRA_FWMASK = 16;
    static final int FRA_OIFNAME = 17;
    static final int FRA_L3MDEV = 19;
    static final int FRA_UID_RANGE = 20;
    static final int FRA_PROTOCOL = 21;
    static final int FRA_IP_PROTO = 22;
    static final int FRA_SPORT_RANGE = 23;
    static final int FRA_DPORT_RANGE = 24;

    static final int FIB_RULE_INVERT = 2;

    /** Length of {@code struct rtmsg}. */
    static final int RTMSG_LENGTH = 12;

    /** Length of {@code struct fib_rule_hdr}. */
    static final int FIB_RULE_HDR_LENGTH = 12;

    /** Length of {@code struct ifinfomsg}. */
    static final int IFINFOMSG_LENGTH = 16;

    /** Length of {@code struct ifaddrmsg}. */
    static final int IFADDRMSG_LENGTH = 8;

    private RouteConstants() {}
}
