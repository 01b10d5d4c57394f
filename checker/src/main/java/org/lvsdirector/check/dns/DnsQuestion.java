package org.lvsdirector.check.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.datagram.Question;
import org.lvsdirector.check.stream.Turn;

/** A message with one question (RFC 1035, section 4.1), and the header of its answer. */
final class DnsQuestion implements Question {
    private static final int HEADER_BYTES = 12;
    private static final int LONGEST_NAME = 255;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int IS_ANSWER = 0x8000;
    private static final int ERROR_CODE = 0x000F;
    private static final short INTERNET = 1;
    private static final String[] ERRORS = {"", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"};

    private final int id;
    private final DnsProbe.Type type;
    private final String name;

    DnsQuestion(int id, DnsProbe.Type type, String name) {
        this.id = id;
        this.type = type;
        this.name = name;
    }

    @Override
    public ByteBuffer datagram() {
        ByteBuffer message = ByteBuffer.allocate(HEADER_BYTES + LONGEST_NAME + 2 * Short.BYTES);
        message.putShort((short) id).putShort((short) RECURSION_DESIRED);
        message.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        for (String label : name.split("[.]", -1)) {
            byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
            if (bytes.length > 0) {
                message.put((byte) bytes.length).put(bytes);
            }
        }
        return message.put((byte) 0)
                .putShort((short) type.number())
                .putShort(INTERNET)
                .flip();
    }

    @Override
    public Turn answered(ByteBuffer datagram) {
        if (datagram.remaining() < HEADER_BYTES) {
            return Turn.listen();
        }
        int answerTo = Short.toUnsignedInt(datagram.getShort());
        int flags = Short.toUnsignedInt(datagram.getShort());
        if (answerTo != id || (flags & IS_ANSWER) == 0) {
            return Turn.listen();
        }
        int error = flags & ERROR_CODE;
        if (error == 0) {
            return Turn.well();
        }
        String word = error < ERRORS.length ? ERRORS[error] : "error " + error;
        return Turn.failed(Cause.WRONG_ANSWER, "the server answers " + word);
    }
}
