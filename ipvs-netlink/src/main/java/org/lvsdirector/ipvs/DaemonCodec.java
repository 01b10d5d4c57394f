package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_DAEMON;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_NEW_DAEMON;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_MCAST_GROUP;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_MCAST_GROUP6;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_MCAST_IFN;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_MCAST_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_MCAST_TTL;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_STATE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_SYNC_ID;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DAEMON_ATTR_SYNC_MAXLEN;
import static org.lvsdirector.netlink.generic.GenericRequest.GENL_HDRLEN;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageDecoder;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.generic.GenericRequest;

/** The {@code DAEMON} nest, both ways; daemons arrive as {@code IPVS_CMD_NEW_DAEMON}. */
final class DaemonCodec implements MessageDecoder<SyncDaemon> {

    static void write(AttributeWriter out, SyncDaemon daemon) {
        int nest = out.beginNested(IPVS_CMD_ATTR_DAEMON);
        out.u32(IPVS_DAEMON_ATTR_STATE, daemon.role().number())
                .string(IPVS_DAEMON_ATTR_MCAST_IFN, daemon.interfaceName())
                .u32(IPVS_DAEMON_ATTR_SYNC_ID, daemon.syncId());
        // What is left to the kernel is left out: kernels before 4.3 know none of these.
        if (daemon.maxLength() != 0) {
            out.u16(IPVS_DAEMON_ATTR_SYNC_MAXLEN, daemon.maxLength());
        }
        InetAddress group = daemon.group();
        if (group != null) {
            boolean v4 = AddressFamily.of(group) == AddressFamily.IPV4;
            out.bytes(v4 ? IPVS_DAEMON_ATTR_MCAST_GROUP : IPVS_DAEMON_ATTR_MCAST_GROUP6, group.getAddress());
        }
        if (daemon.port() != 0) {
            out.u16(IPVS_DAEMON_ATTR_MCAST_PORT, daemon.port());
        }
        if (daemon.ttl() != 0) {
            out.u8(IPVS_DAEMON_ATTR_MCAST_TTL, daemon.ttl());
        }
        out.endNested(nest);
    }

    static void writeRole(AttributeWriter out, SyncDaemon.Role role, int syncId) {
        int nest = out.beginNested(IPVS_CMD_ATTR_DAEMON);
        out.u32(IPVS_DAEMON_ATTR_STATE, role.number()).u32(IPVS_DAEMON_ATTR_SYNC_ID, syncId);
        out.endNested(nest);
    }

    @Override
    public @Nullable SyncDaemon decode(NetlinkMessage message) {
        if (GenericRequest.command(message) != IPVS_CMD_NEW_DAEMON) {
            return null;
        }
        AttributeReader in = message.attributes(GENL_HDRLEN);
        while (in.next()) {
            if (in.type() == IPVS_CMD_ATTR_DAEMON) {
                return read(in);
            }
        }
        return null;
    }

    private static SyncDaemon read(AttributeReader in) {
        int state = 0;
        String interfaceName = "";
        int syncId = 0;
        int maxLength = 0;
        InetAddress group = null;
        int port = 0;
        int ttl = 0;
        in.enter();
        while (in.next()) {
            switch (in.type()) {
                case IPVS_DAEMON_ATTR_STATE -> state = in.s32();
                case IPVS_DAEMON_ATTR_MCAST_IFN -> interfaceName = in.string();
                case IPVS_DAEMON_ATTR_SYNC_ID -> syncId = in.s32();
                case IPVS_DAEMON_ATTR_SYNC_MAXLEN -> maxLength = in.u16();
                case IPVS_DAEMON_ATTR_MCAST_GROUP, IPVS_DAEMON_ATTR_MCAST_GROUP6 ->
                    group = IpAddresses.ofBytes(in.bytes());
                case IPVS_DAEMON_ATTR_MCAST_PORT -> port = in.u16();
                case IPVS_DAEMON_ATTR_MCAST_TTL -> ttl = in.u8();
                default -> {}
            }
        }
        in.leave();
        return new SyncDaemon(SyncDaemon.Role.ofNumber(state), interfaceName, syncId, maxLength, group, port, ttl);
    }
}
