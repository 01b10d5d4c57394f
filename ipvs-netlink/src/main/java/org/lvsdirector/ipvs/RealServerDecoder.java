package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_DEST;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_NEW_DEST;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_ACTIVE_CONNS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_ADDR;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_ADDR_FAMILY;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_FWD_METHOD;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_INACT_CONNS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_L_THRESH;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_PERSIST_CONNS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_STATS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_STATS64;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_TUN_FLAGS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_TUN_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_TUN_TYPE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_U_THRESH;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_WEIGHT;
import static org.lvsdirector.netlink.generic.GenericRequest.GENL_HDRLEN;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.MessageDecoder;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.generic.GenericRequest;

/** Reads real servers: the answers of {@code IPVS_CMD_GET_DEST}, which arrive as {@code IPVS_CMD_NEW_DEST}. */
final class RealServerDecoder implements MessageDecoder<RealServerEntry> {
    private static final int REQUIRED = 1 << IPVS_DEST_ATTR_ADDR
            | 1 << IPVS_DEST_ATTR_PORT
            | 1 << IPVS_DEST_ATTR_FWD_METHOD
            | 1 << IPVS_DEST_ATTR_WEIGHT;

    private final byte[] address = new byte[AddressCodec.BYTES];
    private final StatsDecoder stats = new StatsDecoder();
    private int serviceFamily;
    private int family;
    private int port;
    private int method;
    private int weight;
    private int upperThreshold;
    private int lowerThreshold;
    private long activeConnections;
    private long inactiveConnections;
    private long persistentConnections;
    private int tunnelType;
    private int tunnelPort;
    private int tunnelFlags;
    private int seen;

    /** Begins a service's list: kernels before 3.18 do not name the family, as it was always the service's. */
    RealServerDecoder of(ServiceKey service) {
        serviceFamily = service.family().number();
        return this;
    }

    @Override
    public @Nullable RealServerEntry decode(NetlinkMessage message) {
        if (GenericRequest.command(message) != IPVS_CMD_NEW_DEST) {
            return null;
        }
        AttributeReader in = message.attributes(GENL_HDRLEN);
        while (in.next()) {
            if (in.type() == IPVS_CMD_ATTR_DEST) {
                read(in);
                return entry();
            }
        }
        return null;
    }

    private void read(AttributeReader in) {
        family = serviceFamily;
        upperThreshold = 0;
        lowerThreshold = 0;
        activeConnections = 0;
        inactiveConnections = 0;
        persistentConnections = 0;
        seen = 0;
        tunnelType = 0;
        tunnelPort = 0;
        tunnelFlags = 0;
        stats.begin();
        in.enter();
        while (in.next()) {
            seen |= 1 << in.type();
            switch (in.type()) {
                case IPVS_DEST_ATTR_ADDR -> in.bytes(address);
                case IPVS_DEST_ATTR_PORT -> port = in.u16be();
                case IPVS_DEST_ATTR_FWD_METHOD -> method = in.s32();
                case IPVS_DEST_ATTR_WEIGHT -> weight = in.s32();
                case IPVS_DEST_ATTR_U_THRESH -> upperThreshold = in.s32();
                case IPVS_DEST_ATTR_L_THRESH -> lowerThreshold = in.s32();
                case IPVS_DEST_ATTR_ACTIVE_CONNS -> activeConnections = in.u32();
                case IPVS_DEST_ATTR_INACT_CONNS -> inactiveConnections = in.u32();
                case IPVS_DEST_ATTR_PERSIST_CONNS -> persistentConnections = in.u32();
                case IPVS_DEST_ATTR_STATS -> {
                    if (in.followingType() != IPVS_DEST_ATTR_STATS64) { // which says it all again, and more
                        stats.read(in, false);
                    }
                }
                case IPVS_DEST_ATTR_ADDR_FAMILY -> family = in.u16();
                case IPVS_DEST_ATTR_STATS64 -> stats.read(in, true);
                case IPVS_DEST_ATTR_TUN_TYPE -> tunnelType = in.u8();
                case IPVS_DEST_ATTR_TUN_PORT -> tunnelPort = in.u16be();
                case IPVS_DEST_ATTR_TUN_FLAGS -> tunnelFlags = in.u16();
                default -> {} // a newer kernel's
            }
        }
        in.leave();
    }

    private RealServerEntry entry() {
        if ((seen & REQUIRED) != REQUIRED) {
            throw new IllegalArgumentException("a real server without address, port, method or weight");
        }
        return new RealServerEntry(
                new RealServer(
                        new RealServerKey(AddressCodec.read(address, family), port),
                        ForwardingMethod.ofNumber(method),
                        weight,
                        upperThreshold,
                        lowerThreshold,
                        tunnel()),
                activeConnections,
                inactiveConnections,
                persistentConnections,
                stats.toStats());
    }

    private Tunnel tunnel() {
        if (tunnelType == 0 && tunnelPort == 0 && tunnelFlags == 0) {
            return Tunnel.IPIP;
        }
        Tunnel.Checksum checksum = Tunnel.Checksum.NONE;
        if ((tunnelFlags & Tunnel.Checksum.REMOTE.number()) != 0) {
            checksum = Tunnel.Checksum.REMOTE;
        } else if ((tunnelFlags & Tunnel.Checksum.FULL.number()) != 0) {
            checksum = Tunnel.Checksum.FULL;
        }
        return new Tunnel(Tunnel.Type.ofNumber(tunnelType), tunnelPort, checksum);
    }
}
