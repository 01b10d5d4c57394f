package org.lvsdirector.config.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to text. The language is ASCII; other text stands in comments and names, mostly as UTF-8, at times as GBK or Latin-1. */
final class Decoder {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Decoder() {}

    /** The text, or null if it holds a zero byte, which no text does. What is not UTF-8 is taken byte by byte. */
    static @Nullable String decode(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return null;
            }
        }
        String text = utf8OrBytes(bytes);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String utf8OrBytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
