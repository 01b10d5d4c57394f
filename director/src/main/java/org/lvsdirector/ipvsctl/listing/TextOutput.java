package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text in columns, gathered and written in large pieces. A hundred thousand lines go through here: hence no format strings.
 */
public final class TextOutput {
    private static final int PIECE = 1 << 16;

    private final OutputStream stream;
    private final StringBuilder text = new StringBuilder();

    public TextOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** As {@code %s}. */
    public TextOutput add(String value) {
        text.append(value);
        return this;
    }

    /** As {@code %d} or {@code %u}. */
    public TextOutput add(long value) {
        text.append(value);
        return this;
    }

    /** As {@code %-WIDTHs}: to the left, with blanks behind. */
    public TextOutput left(String value, int width) {
        text.append(value);
        return blanks(width - value.length());
    }

    /** As {@code %-WIDTHu}. */
    public TextOutput left(long value, int width) {
        return left(Long.toString(value), width);
    }

    /** As {@code %WIDTHs}: to the right, with blanks before. */
    public TextOutput right(String value, int width) {
        blanks(width - value.length());
        text.append(value);
        return this;
    }

    private TextOutput blanks(int count) {
        for (int i = 0; i < count; i++) {
            text.append(' ');
        }
        return this;
    }

    /** Ends a line, and writes what has been gathered once it is much. */
    public void endLine() throws IOException {
        text.append('\n');
        if (text.length() >= PIECE) {
            flush();
        }
    }

    /** Writes what has been gathered. */
    public void flush() throws IOException {
        stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        stream.flush();
        text.setLength(0);
    }
}
