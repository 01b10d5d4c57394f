package org.lvsdirector.netlink.generic;

import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.NetlinkRequest;

/** A request to a generic netlink family: {@code struct genlmsghdr}, then attributes. */
public abstract class GenericRequest implements NetlinkRequest {
    /** Length of {@code struct genlmsghdr}. */
    public static final int GENL_HDRLEN = 4;

    private final GenericFamily family;
    private final int command;

    protected GenericRequest(GenericFamily family, int command) {
        this.family = family;
        this.command = command;
    }

    /** The command of a received message of any family ({@code genlmsghdr.cmd}). */
    public static int command(NetlinkMessage message) {
        return message.u8(0);
    }

    @Override
    public final int type() {
        return family.id();
    }

    @Override
    public final void writeTo(MessageWriter out) {
        out.u8(command) // cmd
                .u8(family.version()) // version
                .u16(0); // reserved
        writeAttributes(out.attributes());
    }

    /** Writes the command's attributes; none by default. */
    protected void writeAttributes(AttributeWriter out) {}
}
