package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;

/** The header of an Ethernet II frame. */
final class Ethernet {
    static final int ADDRESS_LENGTH = 6;
    static final int HEADER_LENGTH = 14;

    /** To every station of the link. Never written to. */
    static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};

    private Ethernet() {}

    static void putHeader(ByteBuffer frame, byte[] destination, byte[] source, int etherType) {
        frame.put(destination);
        frame.put(source);
        frame.putShort((short) etherType);
    }
}
