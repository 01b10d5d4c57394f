package org.lvsdirector.netlink.netfilter;

import java.util.function.Consumer;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkRequest;

/** One message of nfnetlink: {@code struct nfgenmsg} and attributes. */
record NftRequest(int type, int flags, int family, int resourceId, String describe, Consumer<AttributeWriter> body)
        implements NetlinkRequest {
    private static final int NFNETLINK_V0 = 0;

    /** A message of nf_tables itself. */
    static NftRequest of(int message, int flags, int family, String description, Consumer<AttributeWriter> body) {
        int type = NftConstants.NFNL_SUBSYS_NFTABLES << Byte.SIZE | message;
        return new NftRequest(type, flags, family, 0, description, body);
    }

    /** A message of ipset. */
    static NftRequest ofSets(int message, int family, String description, Consumer<AttributeWriter> body) {
        int type = SetConstants.NFNL_SUBSYS_IPSET << Byte.SIZE | message;
        return new NftRequest(type, 0, family, 0, description, body);
    }

    /** {@code NFNL_MSG_BATCH_BEGIN} or {@code NFNL_MSG_BATCH_END} of nf_tables. */
    static NftRequest batch(int type) {
        return new NftRequest(
                type,
                0,
                NftConstants.NFPROTO_UNSPEC,
                NftConstants.NFNL_SUBSYS_NFTABLES,
                "change nf_tables",
                attributes -> {});
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.u8(family) // nfgen_family
                .u8(NFNETLINK_V0) // version
                .u8(resourceId >>> Byte.SIZE) // res_id, in network order
                .u8(resourceId);
        body.accept(out.attributes());
    }
}
