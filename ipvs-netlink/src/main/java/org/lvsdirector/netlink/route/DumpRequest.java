package org.lvsdirector.netlink.route;

import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkRequest;

/** Asks for all links, or all addresses of all families. */
enum DumpRequest implements NetlinkRequest {
    LINKS(RouteConstants.RTM_GETLINK, "list links") {
        @Override
        public void writeTo(MessageWriter out) {
            out.u32(0).u32(0).u32(0).u32(0); // struct ifinfomsg: any family, any link
            out.attributes().u32(RouteConstants.IFLA_EXT_MASK, RouteConstants.RTEXT_FILTER_SKIP_STATS);
        }
    },
    ADDRESSES(RouteConstants.RTM_GETADDR, "list addresses") {
        @Override
        public void writeTo(MessageWriter out) {
            out.u32(0).u32(0); // struct ifaddrmsg: any family, any link
        }
    };

    private final int type;
    private final String description;

    DumpRequest(int type, String description) {
        this.type = type;
        this.description = description;
    }

    @Override
    public int type() {
        return type;
    }

    @Override
    public String describe() {
        return description;
    }
}
