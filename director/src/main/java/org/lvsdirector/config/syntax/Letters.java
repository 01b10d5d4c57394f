package org.lvsdirector.config.syntax;

/** What a character means inside a word that is not quoted. One look at a table: the larger part of every file is such words. */
final class Letters {
    private static final byte ORDINARY = 0;
    private static final byte ENDS = 1;
    /** A backslash or a dollar sign: what follows it decides. */
    private static final byte PECULIAR = 2;

    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            boolean ends = Lexer.isBlank(c) || Comments.isMark(c) || c == '"' || c == '{' || c == '}';
            ASCII[c] = ends ? ENDS : c == '\\' || c == '$' ? PECULIAR : ORDINARY;
        }
    }

    private Letters() {}

    /** True for a character that stands for itself. */
    static boolean isOrdinary(char c) {
        return c >= ASCII.length || ASCII[c] == ORDINARY;
    }

    /** True for a character that is no part of the word before it. */
    static boolean endsWord(char c) {
        return c < ASCII.length && ASCII[c] == ENDS;
    }

    /** True for a character that stands for itself or not, as the one behind it says. */
    static boolean isPeculiar(char c) {
        return c < ASCII.length && ASCII[c] == PECULIAR;
    }
}
