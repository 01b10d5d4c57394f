package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.AttributeReader;
import org.lvsdirector.netlink.NetlinkMessage;

/** Reads {@code RTM_NEWADDR} and {@code RTM_DELADDR}. */
final class AddressDecoder {
    private static final int FAMILY_OFFSET = 0; // struct ifaddrmsg: u8 ifa_family,
    private static final int PREFIX_LENGTH_OFFSET = 1; // u8 ifa_prefixlen,
    private static final int FLAGS_OFFSET = 2; // u8 ifa_flags, which IFA_FLAGS repeats in full,
    private static final int SCOPE_OFFSET = 3; // u8 ifa_scope,
    private static final int INDEX_OFFSET = 4; // u32 ifa_index

    private static final int CACHEINFO_LENGTH = 16; // u32 ifa_prefered, u32 ifa_valid, u32 cstamp, u32 tstamp

    private AddressDecoder() {}

    /** The address that a message describes; null if it is of no family we know. */
    static @Nullable InterfaceAddress decode(NetlinkMessage message) {
        int family = message.u8(FAMILY_OFFSET);
        if (family != SocketConstants.AF_INET && family != SocketConstants.AF_INET6) {
            return null;
        }
        InetAddress address = null;
        InetAddress local = null;
        InetAddress broadcast = null;
        String label = "";
        int flags = message.u8(FLAGS_OFFSET);
        long preferred = InterfaceAddress.FOREVER;
        long valid = InterfaceAddress.FOREVER;
        AttributeReader in = message.attributes(RouteConstants.IFADDRMSG_LENGTH);
        while (in.next()) {
            switch (in.type()) {
                case RouteConstants.IFA_ADDRESS -> address = inet(in.bytes());
                case RouteConstants.IFA_LOCAL -> local = inet(in.bytes());
                case RouteConstants.IFA_BROADCAST -> broadcast = inet(in.bytes());
                case RouteConstants.IFA_LABEL -> label = in.string();
                case RouteConstants.IFA_FLAGS -> flags = in.s32();
                case RouteConstants.IFA_CACHEINFO -> {
                    byte[] cacheInfo = new byte[CACHEINFO_LENGTH];
                    in.bytes(cacheInfo);
                    ByteBuffer seconds = ByteBuffer.wrap(cacheInfo).order(ByteOrder.nativeOrder());
                    preferred = Integer.toUnsignedLong(seconds.getInt());
                    valid = Integer.toUnsignedLong(seconds.getInt());
                }
                default -> {}
            }
        }
        // IFA_LOCAL is the address itself and IFA_ADDRESS the far end; without a far end IPv6 has IFA_ADDRESS alone and
        // IPv4 both alike.
        InetAddress self = local != null ? local : address;
        if (self == null) {
            return null;
        }
        return new InterfaceAddress(
                message.s32(INDEX_OFFSET),
                self,
                message.u8(PREFIX_LENGTH_OFFSET),
                self.equals(address) ? null : address,
                broadcast,
                message.u8(SCOPE_OFFSET),
                label,
                AddressFlag.ofBits(flags),
                preferred,
                valid);
    }

    /** An address of 4 or 16 bytes. */
    static InetAddress inet(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an IP address of " + bytes.length + " bytes", e);
        }
    }
}
