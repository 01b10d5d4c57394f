package org.lvsdirector.vrrp.bfd;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A BFD control packet without authentication (RFC 5880, section 4.1).
 *
 * @param diagnostic 0 to 31
 * @param poll whether the sender wants an answer with {@code fin}
 * @param fin whether it is such an answer
 * @param demand whether the sender wants no periodic packets while the session is up
 * @param multiplier 1 to 255
 * @param myDiscriminator the sender's number for the session, not 0
 * @param yourDiscriminator the receiver's, as far as the sender knows it; else 0
 * @param desiredMinTxMicros unsigned 32 bits, as are the others
 * @param requiredMinRxMicros 0: send nothing periodically
 * @param requiredMinEchoMicros 0: no echo
 */
public record ControlPacket(
        int diagnostic,
        SessionState state,
        boolean poll,
        boolean fin,
        boolean demand,
        int multiplier,
        int myDiscriminator,
        int yourDiscriminator,
        long desiredMinTxMicros,
        long requiredMinRxMicros,
        long requiredMinEchoMicros) {
    /** Bytes of a packet without authentication. */
    public static final int LENGTH = 24;

    private static final int VERSION = 1;
    private static final int VERSION_SHIFT = 5;
    private static final int DIAGNOSTIC_MASK = 0x1f;
    private static final int STATE_SHIFT = 6;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int AUTHENTICATION = 0x04;
    private static final int DEMAND = 0x02;
    private static final int MULTIPOINT = 0x01;
    private static final int LENGTH_OFFSET = 3;
    private static final int BYTE = 0xff;
    private static final long WORD = 0xffff_ffffL;

    /** Writes the packet at the buffer's position. */
    public void write(ByteBuffer out) {
        int flags = state.code() << STATE_SHIFT;
        flags |= poll ? POLL : 0;
        flags |= fin ? FINAL : 0;
        flags |= demand ? DEMAND : 0;
        out.put((byte) ((VERSION << VERSION_SHIFT) | (diagnostic & DIAGNOSTIC_MASK)));
        out.put((byte) flags);
        out.put((byte) multiplier);
        out.put((byte) LENGTH);
        out.putInt(myDiscriminator);
        out.putInt(yourDiscriminator);
        out.putInt((int) desiredMinTxMicros);
        out.putInt((int) requiredMinRxMicros);
        out.putInt((int) requiredMinEchoMicros);
    }

    /**
     * Reads a packet in network byte order, from the buffer's position to its limit, by the rules of section 6.8.6 that need no session.
     *
     * @return null for one that is to be discarded
     */
    public static @Nullable ControlPacket read(ByteBuffer in) {
        int start = in.position();
        int size = in.remaining();
        if (size < LENGTH) {
            return null;
        }
        int first = in.get(start) & BYTE;
        int flags = in.get(start + 1) & BYTE;
        int length = in.get(start + LENGTH_OFFSET) & BYTE;
        int forbidden = AUTHENTICATION | MULTIPOINT; // section 6.8.6: nobody here asks for authentication
        if (first >>> VERSION_SHIFT != VERSION || length < LENGTH || length > size || (flags & forbidden) != 0) {
            return null;
        }
        ByteBuffer body = in.duplicate().position(start + LENGTH_OFFSET + 1);
        ControlPacket packet = new ControlPacket(
                first & DIAGNOSTIC_MASK,
                SessionState.of(flags >>> STATE_SHIFT),
                (flags & POLL) != 0,
                (flags & FINAL) != 0,
                (flags & DEMAND) != 0,
                in.get(start + 2) & BYTE,
                body.getInt(),
                body.getInt(),
                body.getInt() & WORD,
                body.getInt() & WORD,
                body.getInt() & WORD);
        return packet.isSound() ? packet : null;
    }

    private boolean isSound() {
        boolean names = yourDiscriminator != 0 || state == SessionState.DOWN || state == SessionState.ADMIN_DOWN;
        return multiplier != 0 && myDiscriminator != 0 && names;
    }
}
