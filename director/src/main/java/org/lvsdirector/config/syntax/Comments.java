package org.lvsdirector.config.syntax;

/** Where comments begin: at {@code #} or {@code !} anywhere outside double quotes, unless a backslash stands before it. */
final class Comments {
    private Comments() {}

    static boolean isMark(char c) {
        return c == '#' || c == '!';
    }

    /** Offset of the comment in a stretch of text, or its end where there is none. */
    static int start(String text, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isMark(c)) {
                return i;
            }
        }
        return to;
    }
}
