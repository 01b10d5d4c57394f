package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;

/** Brace expressions of csh and glob(3): <code>a{b,c{d,e}}</code> stands for {@code ab}, {@code acd} and {@code ace}. */
final class Braces {
    /** More alternatives than any sane include has; what lies beyond is not looked at. */
    static final int LIMIT = 1_000;

    private Braces() {}

    /** All alternatives in order; the pattern itself where it has no braces. */
    static List<String> expand(String pattern) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(pattern));
        while (!open.isEmpty() && done.size() + open.size() <= LIMIT) {
            String next = open.remove(open.size() - 1);
            int brace = next.indexOf('{');
            int close = brace < 0 ? -1 : matching(next, brace);
            if (close < 0) {
                done.add(next);
                continue;
            }
            List<String> members = members(next.substring(brace + 1, close));
            for (int i = members.size() - 1; i >= 0; i--) {
                open.add(next.substring(0, brace) + members.get(i) + next.substring(close + 1));
            }
        }
        return done;
    }

    private static int matching(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> members(String body) {
        List<String> members = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                members.add(body.substring(from, i));
                from = i + 1;
            }
        }
        members.add(body.substring(from));
        return members;
    }
}
