package org.lvsdirector.netlink.route;

/** Numbers of rtnetlink under their uapi names ({@code linux/rtnetlink.h}, {@code linux/if_link.h}, {@code linux/if_addr.h}). */
final class RouteConstants {
    static final int RTM_NEWLINK = 16;
    static final int RTM_DELLINK = 17;
    static final int RTM_GETLINK = 18;
    static final int RTM_NEWADDR = 20;
    static final int RTM_DELADDR = 21;
    static final int RTM_GETADDR = 22;

    static final int RTNLGRP_LINK = 1;
    static final int RTNLGRP_IPV4_IFADDR = 5;
    static final int RTNLGRP_IPV6_IFADDR = 9;

    static final int AF_UNSPEC = 0;

    static final int IFLA_ADDRESS = 1;
    static final int IFLA_IFNAME = 3;
    static final int IFLA_MTU = 4;
    static final int IFLA_MASTER = 10;
    static final int IFLA_OPERSTATE = 16;
    static final int IFLA_LINKINFO = 18;
    static final int IFLA_EXT_MASK = 29;
    static final int IFLA_INFO_KIND = 1;

    /** In {@link #IFLA_EXT_MASK}: leave the counters out. */
    static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;

    static final int IFA_ADDRESS = 1;
    static final int IFA_LOCAL = 2;
    static final int IFA_LABEL = 3;
    static final int IFA_BROADCAST = 4;
    static final int IFA_CACHEINFO = 6;
    static final int IFA_FLAGS = 8;

    /** Length of {@code struct ifinfomsg}. */
    static final int IFINFOMSG_LENGTH = 16;

    /** Length of {@code struct ifaddrmsg}. */
    static final int IFADDRMSG_LENGTH = 8;

    private RouteConstants() {}
}
