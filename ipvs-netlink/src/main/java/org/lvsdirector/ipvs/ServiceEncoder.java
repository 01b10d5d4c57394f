package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_SERVICE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_ADDR;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_AF;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_FLAGS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_FWMARK;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_NETMASK;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_PE_NAME;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_PROTOCOL;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_SCHED_NAME;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_SVC_ATTR_TIMEOUT;
import static org.lvsdirector.ipvs.IpvsConstants.IP_VS_SVC_F_PERSISTENT;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeWriter;

/** Writes the {@code SERVICE} nest: the key alone, or the whole definition. */
final class ServiceEncoder {
    private static final int ALL_FLAGS = -1;

    private ServiceEncoder() {}

    static void writeKey(AttributeWriter out, ServiceKey key) {
        int nest = out.beginNested(IPVS_CMD_ATTR_SERVICE);
        writeIdentity(out, key);
        out.endNested(nest);
    }

    static void writeDefinition(AttributeWriter out, VirtualService service) {
        int nest = out.beginNested(IPVS_CMD_ATTR_SERVICE);
        writeIdentity(out, service.key());
        out.string(IPVS_SVC_ATTR_SCHED_NAME, service.scheduler());
        Persistence persistence = service.persistence();
        if (persistence != null && persistence.engine() != null) {
            out.string(IPVS_SVC_ATTR_PE_NAME, persistence.engine());
        }
        out.bytes(IPVS_SVC_ATTR_FLAGS, flags(service));
        out.u32(IPVS_SVC_ATTR_TIMEOUT, persistence == null ? 0 : persistence.timeoutSeconds());
        writeNetmask(out, service.key().family(), persistence);
        out.endNested(nest);
    }

    private static void writeIdentity(AttributeWriter out, ServiceKey key) {
        out.u16(IPVS_SVC_ATTR_AF, key.family().number());
        if (key instanceof ServiceKey.ByFwmark byMark) {
            out.u32(IPVS_SVC_ATTR_FWMARK, byMark.mark());
        } else if (key instanceof ServiceKey.ByAddress byAddress) {
            out.u16(IPVS_SVC_ATTR_PROTOCOL, byAddress.protocol().number())
                    .paddedBytes(IPVS_SVC_ATTR_ADDR, byAddress.address().getAddress(), AddressCodec.BYTES)
                    .u16be(IPVS_SVC_ATTR_PORT, byAddress.port());
        }
    }

    /** {@code struct ip_vs_flags}: the flags, and the mask of those that are to change. */
    private static byte[] flags(VirtualService service) {
        int flags = service.persistence() == null ? 0 : IP_VS_SVC_F_PERSISTENT;
        for (ServiceFlag flag : service.flags()) {
            flags |= flag.bit();
        }
        byte[] struct = new byte[Long.BYTES];
        ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder()).putInt(flags).putInt(ALL_FLAGS);
        return struct;
    }

    /** IPv4: a mask in network order. IPv6: a prefix length in the host's order, which the kernel also wants without persistence. */
    private static void writeNetmask(AttributeWriter out, AddressFamily family, @Nullable Persistence persistence) {
        int prefix = persistence == null ? family.addressBits() : persistence.prefixLength();
        if (family == AddressFamily.IPV6) {
            out.u32(IPVS_SVC_ATTR_NETMASK, prefix);
        } else {
            int mask = prefix == 0 ? 0 : -1 << (Integer.SIZE - prefix);
            out.bytes(
                    IPVS_SVC_ATTR_NETMASK,
                    new byte[] {(byte) (mask >>> 24), (byte) (mask >>> 16), (byte) (mask >>> 8), (byte) mask});
        }
    }
}
