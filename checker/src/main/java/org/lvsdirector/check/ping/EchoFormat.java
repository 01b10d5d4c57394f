package org.lvsdirector.check.ping;

import java.nio.ByteBuffer;

/** How echo messages of the two families differ on a raw socket (RFC 792; RFC 4443, section 4). */
enum EchoFormat {
    IPV4(8, 0) {
        /** The kernel hands over the IP header too, whose length in words of 4 bytes is in its first byte. */
        @Override
        int headerBytes(ByteBuffer packet) {
            return packet.hasRemaining() ? (packet.get(packet.position()) & 0xF) * Integer.BYTES : 0;
        }
    },
    IPV6(128, 129);

    private final byte request;
    private final byte reply;

    EchoFormat(int request, int reply) {
        this.request = (byte) request;
        this.reply = (byte) reply;
    }

    /** Type of a request. */
    byte request() {
        return request;
    }

    /** Type of an answer. */
    byte reply() {
        return reply;
    }

    /** Bytes before the message in what is received. */
    int headerBytes(ByteBuffer packet) {
        return 0;
    }
}
