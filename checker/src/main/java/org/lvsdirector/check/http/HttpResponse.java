package org.lvsdirector.check.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes in, of which only what is asked for is kept. The body is what follows the first empty line, as it travels: a
 * transfer encoding is not undone, so that the digest is the one that {@code genhash} prints.
 */
final class HttpResponse {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final int kept;
    private final @Nullable MessageDigest digest;
    private @Nullable HttpHead head;
    private boolean nonsense;
    private boolean lineIsEmpty;
    private long received;

    /**
     * @param digested whether the digest will be asked for
     * @param kept bytes of the body that will be asked for
     */
    HttpResponse(boolean digested, int kept) {
        this.kept = kept;
        this.digest = digested ? md5() : null;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has MD5", e);
        }
    }

    /** Takes in the next bytes. */
    void take(ByteBuffer bytes) {
        while (head == null && !nonsense && bytes.hasRemaining()) {
            takeHead(bytes.get());
        }
        if (head != null) {
            takeBody(bytes, head.contentLength());
        }
    }

    private void takeHead(byte next) {
        lines.write(next);
        if (next == '\n' && lineIsEmpty) {
            head = HttpHead.parse(lines.toString(StandardCharsets.ISO_8859_1));
            nonsense = head == null;
        } else if (lines.size() >= LONGEST_HEAD) {
            nonsense = true;
        } else if (next != '\r') {
            lineIsEmpty = next == '\n';
        }
    }

    private void takeBody(ByteBuffer bytes, long contentLength) {
        long missing = contentLength < 0 ? Long.MAX_VALUE : contentLength - received;
        ByteBuffer part = bytes.slice().limit((int) Math.min(bytes.remaining(), missing));
        received += part.remaining();
        byte[] keep = new byte[Math.min(part.remaining(), kept - body.size())];
        part.get(0, keep);
        body.writeBytes(keep);
        if (digest != null) {
            digest.update(part);
        }
        bytes.position(bytes.limit());
    }

    /** Whether the lines before the body are there. */
    boolean hasHead() {
        return head != null;
    }

    /** Whether it can be told that this is no answer. */
    boolean isNonsense() {
        return nonsense;
    }

    /** Whether all is there that the server announced; without an announcement only the end of the stream tells. */
    boolean isComplete() {
        return head != null && head.contentLength() >= 0 && received >= head.contentLength();
    }

    /** The status code, or -1 while it is not known. */
    int status() {
        return head == null ? -1 : head.status();
    }

    /** The beginning of the body, as far as it is kept. */
    byte[] body() {
        return body.toByteArray();
    }

    /** MD5 of the body so far, as small hexadecimal digits; may be asked for once. */
    String digest() {
        return digest == null ? "" : HexFormat.of().formatHex(digest.digest());
    }
}
