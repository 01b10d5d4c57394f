package org.lvsdirector.check.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;

/**
 * What a conversation does next.
 *
 * @param toSend to be sent, from position to limit; perhaps nothing
 * @param verdict how the try ended, once it is known; what is still to be sent is then sent as far as it goes at once
 * @param detail in words for people; empty after a success
 */
public record Turn(ByteBuffer toSend, @Nullable Cause verdict, String detail) {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();
    private static final Turn LISTEN = new Turn(NOTHING, null, "");

    /** Waits for more. */
    public static Turn listen() {
        return LISTEN;
    }

    /** Sends this and waits. */
    public static Turn say(ByteBuffer bytes) {
        return new Turn(bytes, null, "");
    }

    /** Sends this line or these lines and waits. */
    public static Turn say(String text) {
        return say(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The server is well. */
    public static Turn well() {
        return new Turn(NOTHING, Cause.ANSWERED, "");
    }

    /** It is not. */
    public static Turn failed(Cause cause, String detail) {
        return new Turn(NOTHING, cause, detail);
    }

    /** The same, with something else to send. */
    public Turn with(ByteBuffer bytes) {
        return new Turn(bytes, verdict, detail);
    }
}
