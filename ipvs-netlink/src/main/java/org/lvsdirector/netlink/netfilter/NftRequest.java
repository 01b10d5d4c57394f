package org.lvsdirector.netlink.netfilter;

import java.util.function.Consumer;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkRequest;

/** One message of nfnetlink: {@code struct nfgenmsg} and attributes. */
final class NftRequest implements NetlinkRequest {
    private static final int NFNETLINK_V0 = 0;

    private final int type;
    private final int flags;
    private final int family;
    private final int resourceId;
    private final String description;
    private final Consumer<AttributeWriter> body;

    private NftRequest(
            int type, int flags, int family, int resourceId, String description, Consumer<AttributeWriter> body) {
        this.type = type;
        this.flags = flags;
        this.family = family;
        this.resourceId = resourceId;
        this.description = description;
        this.body = body;
    }

    /** A message of nf_tables itself. */
    static NftRequest of(int message, int flags, int family, String description, Consumer<AttributeWriter> body) {
        int type = NftConstants.NFNL_SUBSYS_NFTABLES << Byte.SIZE | message;
        return new NftRequest(type, flags, family, 0, description, body);
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
    public int type() {
        return type;
    }

    @Override
    public int flags() {
        return flags;
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.u8(family) // nfgen_family
                .u8(NFNETLINK_V0) // version
                .u8(resourceId >>> Byte.SIZE) // res_id, in network order
                .u8(resourceId);
        body.accept(out.attributes());
    }

    @Override
    public String describe() {
        return description;
    }
}
