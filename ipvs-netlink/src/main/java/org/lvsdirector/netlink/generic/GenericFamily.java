package org.lvsdirector.netlink.generic;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageHandler;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkMessage;

/**
 * A generic netlink family as the running kernel has it ({@code linux/genetlink.h}).
 *
 * @param id the {@code nlmsg_type} of its messages, given out by the kernel at registration
 * @param version of the family's protocol
 */
public record GenericFamily(String name, int id, int version) {
    private static final int GENL_ID_CTRL = 0x10;
    private static final int CTRL_VERSION = 2;
    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;
    private static final int CTRL_ATTR_VERSION = 3;
    private static final GenericFamily CONTROLLER = new GenericFamily("nlctrl", GENL_ID_CTRL, CTRL_VERSION);

    /**
     * Asks the kernel for a family. For a privileged caller the kernel loads the module that has the family, if it knows one.
     *
     * @throws NoSuchFamilyException if the kernel has no such family
     * @throws NetlinkException if it could not be asked
     */
    public static GenericFamily find(NetlinkConnection connection, String name) {
        Lookup lookup = new Lookup(name);
        try {
            connection.execute(lookup, lookup);
        } catch (NetlinkException e) {
            if (e.errno() == Errno.ENOENT) {
                throw new NoSuchFamilyException(name, e);
            }
            throw e;
        }
        GenericFamily found = lookup.found;
        if (found == null) {
            throw new NetlinkException(lookup.describe(), Errno.EPROTO, "the answer has no family id");
        }
        return found;
    }

    private static final class Lookup extends GenericRequest implements MessageHandler {
        private final String name;
        private @Nullable GenericFamily found;

        Lookup(String name) {
            super(CONTROLLER, CTRL_CMD_GETFAMILY);
            this.name = name;
        }

        @Override
        protected void writeAttributes(AttributeWriter out) {
            out.string(CTRL_ATTR_FAMILY_NAME, name);
        }

        @Override
        public void handle(NetlinkMessage message) {
            int id = 0;
            int version = 0;
            AttributeReader in = message.attributes(GENL_HDRLEN);
            while (in.next()) {
                switch (in.type()) {
                    case CTRL_ATTR_FAMILY_ID -> id = in.u16();
                    case CTRL_ATTR_VERSION -> version = (int) in.u32();
                    default -> {}
                }
            }
            if (id != 0) {
                found = new GenericFamily(name, id, version);
            }
        }

        @Override
        public String describe() {
            return "look up the generic netlink family " + name;
        }
    }
}
