package org.lvsdirector.netlink;

/** Numbers of the netlink protocol under their uapi names ({@code linux/netlink.h}). */
public final class NetlinkConstants {
    /** Length of {@code struct nlmsghdr}. */
    public static final int NLMSG_HDRLEN = 16;

    /** Length of {@code struct nlattr}. */
    public static final int NLA_HDRLEN = 4;

    public static final int NLMSG_NOOP = 1;
    public static final int NLMSG_ERROR = 2;
    public static final int NLMSG_DONE = 3;
    public static final int NLMSG_OVERRUN = 4;

    public static final int NLM_F_REQUEST = 0x001;
    public static final int NLM_F_MULTI = 0x002;
    public static final int NLM_F_ACK = 0x004;
    public static final int NLM_F_ECHO = 0x008;
    public static final int NLM_F_DUMP_INTR = 0x010;

    /** {@code NLM_F_ROOT | NLM_F_MATCH}. */
    public static final int NLM_F_DUMP = 0x300;

    public static final int NLM_F_REPLACE = 0x100;
    public static final int NLM_F_EXCL = 0x200;
    public static final int NLM_F_CREATE = 0x400;
    public static final int NLM_F_APPEND = 0x800;

    /** In an acknowledgement: the request's payload is left out. */
    public static final int NLM_F_CAPPED = 0x100;

    /** In an acknowledgement: extended attributes follow. */
    public static final int NLM_F_ACK_TLVS = 0x200;

    static final int NLMSGERR_ATTR_MSG = 1;
    static final int NLMSGERR_ATTR_OFFS = 2;

    static final int NLA_F_NESTED = 0x8000;
    static final int NLA_F_NET_BYTEORDER = 0x4000;
    static final int NLA_TYPE_MASK = ~(NLA_F_NESTED | NLA_F_NET_BYTEORDER) & 0xFFFF;

    private static final int ALIGNTO = 4;

    private NetlinkConstants() {}

    /** {@code NLMSG_ALIGN} and {@code NLA_ALIGN}: {@code (len + 3) & ~3}. */
    static int align(int length) {
        return (length + ALIGNTO - 1) & -ALIGNTO;
    }
}
