package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_SERVICE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_NEW_SERVICE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_ADDR;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_AF;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_FLAGS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_FWMARK;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_NETMASK;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_PE_NAME;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_PROTOCOL;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_SCHED_NAME;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_STATS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_STATS64;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_TIMEOUT;
import static org.lvsdirector.ipvs.IpvsConstants.IP_VS_SVC_F_PERSISTENT;
import static org.lvsdirector.netlink.generic.GenericRequest.GENL_HDRLEN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.MessageDecoder;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.generic.GenericRequest;

/** Reads services: the answers of {@code IPVS_CMD_GET_SERVICE}, which arrive as {@code IPVS_CMD_NEW_SERVICE}. */
final class ServiceDecoder implements MessageDecoder<ServiceEntry> {
    private static final int ALWAYS = 1 << IPVS_SVC_ATTR_AF
            | 1 << IPVS_SVC_ATTR_SCHED_NAME
            | 1 << IPVS_SVC_ATTR_FLAGS
            | 1 << IPVS_SVC_ATTR_NETMASK;
    private static final int MARK = 1 << IPVS_SVC_ATTR_FWMARK;
    private static final int ADDRESS = 1 << IPVS_SVC_ATTR_PROTOCOL | 1 << IPVS_SVC_ATTR_ADDR | 1 << IPVS_SVC_ATTR_PORT;

    private final byte[] address = new byte[AddressCodec.BYTES];
    private final byte[] flags = new byte[Long.BYTES];
    private final ByteBuffer flagsStruct = ByteBuffer.wrap(flags).order(ByteOrder.nativeOrder());
    private final byte[] netmask = new byte[Integer.BYTES];
    private final ByteBuffer netmaskBytes = ByteBuffer.wrap(netmask);
    private final StatsDecoder stats = new StatsDecoder();
    private int family;
    private int protocol;
    private int port;
    private long fwmark;
    private String scheduler = "";
    private String engine = "";
    private int timeout;
    private int seen;

    @Override
    public @Nullable ServiceEntry decode(NetlinkMessage message) {
        if (GenericRequest.command(message) != IPVS_CMD_NEW_SERVICE) {
            return null;
        }
        AttributeReader in = message.attributes(GENL_HDRLEN);
        while (in.next()) {
            if (in.type() == IPVS_CMD_ATTR_SERVICE) {
                read(in);
                return entry();
            }
        }
        return null;
    }

    private void read(AttributeReader in) {
        family = 0;
        protocol = 0;
        port = 0;
        fwmark = 0;
        scheduler = "";
        engine = "";
        timeout = 0;
        seen = 0;
        stats.begin();
        in.enter();
        while (in.next()) {
            seen |= 1 << in.type();
            switch (in.type()) {
                case IPVS_SVC_ATTR_AF -> family = in.u16();
                case IPVS_SVC_ATTR_PROTOCOL -> protocol = in.u16();
                case IPVS_SVC_ATTR_ADDR -> in.bytes(address);
                case IPVS_SVC_ATTR_PORT -> port = in.u16be();
                case IPVS_SVC_ATTR_FWMARK -> fwmark = in.u32();
                case IPVS_SVC_ATTR_SCHED_NAME -> scheduler = in.string();
                case IPVS_SVC_ATTR_FLAGS -> in.bytes(flags);
                case IPVS_SVC_ATTR_TIMEOUT -> timeout = in.s32();
                case IPVS_SVC_ATTR_NETMASK -> in.bytes(netmask);
                case IPVS_SVC_ATTR_PE_NAME -> engine = in.string();
                case IPVS_SVC_ATTR_STATS -> stats.read(in, false);
                case IPVS_SVC_ATTR_STATS64 -> stats.read(in, true);
                default -> {} // a newer kernel's
            }
        }
        in.leave();
    }

    private ServiceEntry entry() {
        boolean complete = (seen & ALWAYS) == ALWAYS && ((seen & MARK) != 0 || (seen & ADDRESS) == ADDRESS);
        if (!complete) {
            throw new IllegalArgumentException("a service without all of what tells it from others");
        }
        AddressFamily addressFamily = AddressFamily.ofNumber(family);
        ServiceKey key = fwmark != 0
                ? new ServiceKey.ByFwmark(fwmark, addressFamily)
                : new ServiceKey.ByAddress(Protocol.ofNumber(protocol), AddressCodec.read(address, family), port);
        int bits = flagsStruct.getInt(0);
        return new ServiceEntry(
                new VirtualService(key, scheduler, flags(bits), persistence(bits, addressFamily)), stats.toStats());
    }

    private static Set<ServiceFlag> flags(int bits) {
        Set<ServiceFlag> set = EnumSet.noneOf(ServiceFlag.class);
        for (ServiceFlag flag : ServiceFlag.values()) {
            if ((bits & flag.bit()) != 0) {
                set.add(flag);
            }
        }
        return set;
    }

    private @Nullable Persistence persistence(int bits, AddressFamily addressFamily) {
        if ((bits & IP_VS_SVC_F_PERSISTENT) == 0) {
            return null;
        }
        int prefix = addressFamily == AddressFamily.IPV6
                ? netmaskBytes.order(ByteOrder.nativeOrder()).getInt(0)
                : Integer.bitCount(netmaskBytes.getInt(0));
        return new Persistence(timeout, prefix, engine.isEmpty() ? null : engine);
    }
}
