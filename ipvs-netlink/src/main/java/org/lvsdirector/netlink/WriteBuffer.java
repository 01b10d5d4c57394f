package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A direct buffer in the host's byte order that grows as it is written, and is used again and again. */
final class WriteBuffer {
    private static final int INITIAL_BYTES = 4096;

    private ByteBuffer bytes = allocate(INITIAL_BYTES);

    /** The buffer with room for at least that many more bytes behind its position. */
    ByteBuffer withRoomFor(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }

    int position() {
        return bytes.position();
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** Fills up with zeros to the next multiple of four, counted from the start of the buffer. */
    void pad() {
        int padding = NetlinkConstants.align(bytes.position()) - bytes.position();
        ByteBuffer out = withRoomFor(padding);
        for (int i = 0; i < padding; i++) {
            out.put((byte) 0);
        }
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
    }
}
