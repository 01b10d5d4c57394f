package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in columns, gathered as bytes and written in large pieces. A hundred thousand lines go through here: hence no format strings, and
 * hardly a string.
 */
public final class TextOutput {
    private static final int PIECE = 1 << 15;
    private static final int ASCII_END = 0x80;
    private static final int MAX_DIGITS = 20;

    private final OutputStream stream;
    private byte[] bytes = new byte[256];
    private int size;
    /** Where the present column began. */
    private int column;

    public TextOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** As {@code %s}. */
    public TextOutput add(String value) {
        int length = value.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= ASCII_END) {
                return addUtf8(value.substring(i));
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    private TextOutput addUtf8(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    /** As {@code %c}, of ASCII. */
    TextOutput add(char value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** As {@code %d} or {@code %u}. */
    public TextOutput add(long value) {
        if (value < 0) {
            return add(Long.toString(value));
        }
        reserve(MAX_DIGITS);
        int end = size + digits(value);
        size = end;
        long rest = value;
        do {
            long tenth = rest / 10;
            bytes[--end] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        } while (rest != 0);
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** As {@code %-WIDTHs}: to the left, with blanks behind. */
    public TextOutput left(String value, int width) {
        return beginColumn().add(value).endColumn(width);
    }

    /** As {@code %-WIDTHu}. */
    public TextOutput left(long value, int width) {
        return beginColumn().add(value).endColumn(width);
    }

    /** As {@code %WIDTHs}: to the right, with blanks before. */
    public TextOutput right(String value, int width) {
        blanks(width - value.length());
        return add(value);
    }

    /** As {@code %WIDTHu}, of a number below 2^63. */
    TextOutput right(long value, int width) {
        blanks(width - digits(value));
        return add(value);
    }

    /** What is added from here on belongs to one column. */
    TextOutput beginColumn() {
        column = size;
        return this;
    }

    /** Ends a column: blanks follow up to its width. */
    TextOutput endColumn(int width) {
        return blanks(width - (size - column));
    }

    /** Cuts off what is beyond a column's width. */
    TextOutput cutColumn(int width) {
        size = Math.min(size, column + width);
        return this;
    }

    private TextOutput blanks(int count) {
        if (count > 0) {
            reserve(count);
            Arrays.fill(bytes, size, size + count, (byte) ' ');
            size += count;
        }
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** Ends a line, and writes what has been gathered once it is much. */
    public void endLine() throws IOException {
        add('\n');
        if (size >= PIECE) {
            flush();
        }
    }

    /** Writes what has been gathered. */
    public void flush() throws IOException {
        int length = size;
        size = 0;
        if (length > 0) {
            stream.write(bytes, 0, length);
        }
        stream.flush();
    }
}
