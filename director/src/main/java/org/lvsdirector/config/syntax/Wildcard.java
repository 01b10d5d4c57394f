package org.lvsdirector.config.syntax;

/** Names against one segment of a glob(3) pattern: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]} and backslash. */
final class Wildcard {
    private Wildcard() {}

    /** True when a pattern has anything to match in it. */
    static boolean isIn(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
    }

    static boolean matches(String pattern, String name) {
        if (name.startsWith(".") && !pattern.startsWith(".")) {
            return false;
        }
        return matches(pattern, name, 0, 0);
    }

    /** Iterates with one point of return, the last star: never exponential. */
    private static boolean matches(String pattern, String name, int patternFrom, int nameFrom) {
        int p = patternFrom;
        int n = nameFrom;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            int next = p < pattern.length() ? matchOne(pattern, p, name.charAt(n)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
            } else if (next >= 0) {
                p = next;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Offset in the pattern behind what matches the character, or -1. */
    private static int matchOne(String pattern, int at, char c) {
        char wanted = pattern.charAt(at);
        if (wanted == '?') {
            return at + 1;
        }
        if (wanted == '[' && pattern.indexOf(']', at + 2) > 0) {
            return matchSet(pattern, at, c);
        }
        int literal = wanted == '\\' && at + 1 < pattern.length() ? at + 1 : at;
        return pattern.charAt(literal) == c ? literal + 1 : -1;
    }

    private static int matchSet(String pattern, int at, char c) {
        int close = pattern.indexOf(']', at + 2);
        char first = pattern.charAt(at + 1);
        boolean negated = first == '!' || first == '^';
        boolean found = false;
        int i = negated ? at + 2 : at + 1;
        while (i < close) {
            char low = pattern.charAt(i);
            boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
            char high = range ? pattern.charAt(i + 2) : low;
            found |= low <= c && c <= high;
            i += range ? 3 : 1;
        }
        return found == negated ? -1 : close + 1;
    }
}
