package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_TIMEOUT_TCP;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_TIMEOUT_TCP_FIN;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_TIMEOUT_UDP;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_SET_CONFIG;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_SET_INFO;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_INFO_ATTR_CONN_TAB_SIZE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_INFO_ATTR_VERSION;
import static org.lvsdirector.netlink.generic.GenericRequest.GENL_HDRLEN;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageDecoder;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.generic.GenericRequest;

/** What concerns the whole table: timeouts ({@code SET_CONFIG}, also as an answer) and information ({@code SET_INFO}). */
final class ConfigCodec {
    private ConfigCodec() {}

    static void writeTimeouts(AttributeWriter out, IpvsTimeouts timeouts) {
        out.u32(IPVS_CMD_ATTR_TIMEOUT_TCP, timeouts.tcp())
                .u32(IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, timeouts.tcpFin())
                .u32(IPVS_CMD_ATTR_TIMEOUT_UDP, timeouts.udp());
    }

    /** A kernel built without TCP or UDP support leaves those out. */
    static final class Timeouts implements MessageDecoder<IpvsTimeouts> {
        @Override
        public @Nullable IpvsTimeouts decode(NetlinkMessage message) {
            if (GenericRequest.command(message) != IPVS_CMD_SET_CONFIG) {
                return null;
            }
            int tcp = 0;
            int tcpFin = 0;
            int udp = 0;
            AttributeReader in = message.attributes(GENL_HDRLEN);
            while (in.next()) {
                switch (in.type()) {
                    case IPVS_CMD_ATTR_TIMEOUT_TCP -> tcp = in.s32();
                    case IPVS_CMD_ATTR_TIMEOUT_TCP_FIN -> tcpFin = in.s32();
                    case IPVS_CMD_ATTR_TIMEOUT_UDP -> udp = in.s32();
                    default -> {}
                }
            }
            return new IpvsTimeouts(tcp, tcpFin, udp);
        }
    }

    /** The version comes as 0xMMmmpp. */
    static final class Info implements MessageDecoder<IpvsInfo> {
        @Override
        public @Nullable IpvsInfo decode(NetlinkMessage message) {
            if (GenericRequest.command(message) != IPVS_CMD_SET_INFO) {
                return null;
            }
            int version = 0;
            long size = 0;
            AttributeReader in = message.attributes(GENL_HDRLEN);
            while (in.next()) {
                switch (in.type()) {
                    case IPVS_INFO_ATTR_VERSION -> version = in.s32();
                    case IPVS_INFO_ATTR_CONN_TAB_SIZE -> size = in.u32();
                    default -> {}
                }
            }
            return new IpvsInfo(version >>> 16 & 0xFF, version >>> 8 & 0xFF, version & 0xFF, size);
        }
    }
}
