package org.lvsdirector.check.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What matters of the lines before a body.
 *
 * @param status three digits of the first line
 * @param contentLength what the server says, or -1 where it says nothing, or nothing that makes sense
 */
record HttpHead(int status, long contentLength) {
    private static final String LENGTH = "content-length:";
    private static final int MOST_DIGITS = 18;

    /** Reads the lines before the body; null if the first one is none of HTTP. */
    static @Nullable HttpHead parse(String text) {
        String[] lines = text.split("\r?\n", -1);
        int blank = lines[0].indexOf(' ');
        if (!lines[0].startsWith("HTTP/") || blank < 0) {
            return null;
        }
        String code = lines[0].substring(blank + 1).stripLeading().split(" ", 2)[0];
        if (!code.matches("[1-9][0-9]{2}")) {
            return null;
        }
        return new HttpHead(Integer.parseInt(code), contentLength(lines));
    }

    private static long contentLength(String[] lines) {
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                String digits = line.substring(LENGTH.length()).strip();
                return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Long.parseLong(digits) : -1;
            }
        }
        return -1;
    }
}
