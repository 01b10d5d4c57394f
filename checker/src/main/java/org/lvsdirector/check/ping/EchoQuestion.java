package org.lvsdirector.check.ping;

import java.nio.ByteBuffer;
import org.lvsdirector.check.datagram.Question;
import org.lvsdirector.check.stream.Turn;

/** An echo request, and the one packet among all that the host sends which answers it. */
final class EchoQuestion implements Question {
    private static final int HEADER_BYTES = 8;
    private static final int DATA_BYTES = 56;
    private static final int CHECKSUM_AT = 2;
    private static final int IDENTIFIER_AT = 4;
    private static final int SEQUENCE_AT = 6;
    private static final int LOW_WORD = 0xFFFF;

    private final EchoFormat format;
    private final short identifier;
    private final short sequence;

    EchoQuestion(EchoFormat format, short identifier, short sequence) {
        this.format = format;
        this.identifier = identifier;
        this.sequence = sequence;
    }

    @Override
    public ByteBuffer datagram() {
        ByteBuffer message = ByteBuffer.allocate(HEADER_BYTES + DATA_BYTES);
        message.put(0, format.request()).putShort(IDENTIFIER_AT, identifier).putShort(SEQUENCE_AT, sequence);
        for (int i = HEADER_BYTES; i < message.limit(); i++) {
            message.put(i, (byte) i);
        }
        if (format == EchoFormat.IPV4) {
            // Over IPv6 the checksum covers addresses too, and the kernel fills it in.
            message.putShort(CHECKSUM_AT, checksum(message));
        }
        return message;
    }

    /** The Internet checksum (RFC 1071) of a message whose own field is 0. */
    private static short checksum(ByteBuffer message) {
        int sum = 0;
        for (int i = 0; i < message.limit(); i += Short.BYTES) {
            sum += Short.toUnsignedInt(message.getShort(i));
        }
        while (sum > LOW_WORD) {
            sum = (sum & LOW_WORD) + (sum >>> Short.SIZE);
        }
        return (short) ~sum;
    }

    @Override
    public Turn answered(ByteBuffer datagram) {
        int start = datagram.position() + format.headerBytes(datagram);
        boolean ours = datagram.limit() - start >= HEADER_BYTES
                && datagram.get(start) == format.reply()
                && datagram.getShort(start + IDENTIFIER_AT) == identifier
                && datagram.getShort(start + SEQUENCE_AT) == sequence;
        return ours ? Turn.well() : Turn.listen();
    }
}
