package org.lvsdirector.netlink.route;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.NetlinkRequest;

/** {@code RTM_NEWADDR} and {@code RTM_DELADDR}. */
final class AddressRequest implements NetlinkRequest {
    private static final int CACHEINFO_LENGTH = 16;

    private final int type;
    private final InterfaceAddress address;

    private AddressRequest(int type, InterfaceAddress address) {
        this.type = type;
        this.address = address;
    }

    /** Answered by {@code EEXIST} if the link has this address with this prefix. */
    static AddressRequest add(InterfaceAddress address) {
        return new AddressRequest(RouteConstants.RTM_NEWADDR, address);
    }

    /** Answered by {@code EADDRNOTAVAIL} if the link does not have this address with this prefix. */
    static AddressRequest remove(InterfaceAddress address) {
        return new AddressRequest(RouteConstants.RTM_DELADDR, address);
    }

    private boolean adds() {
        return type == RouteConstants.RTM_NEWADDR;
    }

    @Override
    public int type() {
        return type;
    }

    @Override
    public int flags() {
        return adds() ? NetlinkConstants.NLM_F_CREATE | NetlinkConstants.NLM_F_EXCL : 0;
    }

    @Override
    public void writeTo(MessageWriter out) {
        InetAddress local = address.local();
        boolean ipv4 = local instanceof Inet4Address;
        out.u8(ipv4 ? SocketConstants.AF_INET : SocketConstants.AF_INET6) // ifa_family
                .u8(address.prefixLength()) // ifa_prefixlen
                .u8(0) // ifa_flags: too narrow, IFA_FLAGS has them
                .u8(address.scope()) // ifa_scope
                .u32(address.linkIndex()); // ifa_index
        InetAddress peer = address.peer();
        AttributeWriter attributes = out.attributes()
                .bytes(RouteConstants.IFA_LOCAL, local.getAddress())
                .bytes(RouteConstants.IFA_ADDRESS, (peer == null ? local : peer).getAddress());
        if (adds()) {
            writeProperties(attributes, ipv4);
        }
    }

    private void writeProperties(AttributeWriter attributes, boolean ipv4) {
        InetAddress broadcast = address.broadcast();
        if (ipv4 && broadcast != null) {
            attributes.bytes(RouteConstants.IFA_BROADCAST, broadcast.getAddress());
        }
        if (ipv4 && !address.label().isEmpty()) {
            attributes.string(RouteConstants.IFA_LABEL, address.label());
        }
        if (!address.flags().isEmpty()) {
            attributes.u32(RouteConstants.IFA_FLAGS, AddressFlag.toBits(address.flags()));
        }
        if (address.preferredSeconds() != InterfaceAddress.FOREVER
                || address.validSeconds() != InterfaceAddress.FOREVER) {
            attributes.bytes(RouteConstants.IFA_CACHEINFO, cacheInfo());
        }
    }

    private byte[] cacheInfo() {
        return ByteBuffer.allocate(CACHEINFO_LENGTH)
                .order(ByteOrder.nativeOrder())
                .putInt((int) address.preferredSeconds()) // ifa_prefered
                .putInt((int) address.validSeconds()) // ifa_valid; creation and change time are the kernel's
                .array();
    }

    @Override
    public String describe() {
        return (adds() ? "add address " + address.text() + " to" : "remove address " + address.text() + " from")
                + " link " + address.linkIndex();
    }
}
