package org.lvsdirector.check.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lvsdirector.check.BodyPattern;

/**
 * Searches a body for a pattern. An expression that backtracks without end on what a server happened to send would stop every other check, so
 * a search may look at so many characters and no more.
 */
final class BodySearch {
    /** Bytes of a body that are searched; what follows is not. */
    static final int LONGEST = 128 * 1024;

    /** Some 65 ms of a processor of 2020, so that no search holds up the other checks for a tenth of a second. */
    private static final int MOST_LOOKS = 5_000_000;

    private BodySearch() {}

    /** What a search came to. */
    enum Result {
        FOUND,
        NOT_FOUND,
        TOO_COSTLY
    }

    static Result search(BodyPattern pattern, byte[] body) {
        boolean utf = pattern.options().contains(BodyPattern.Option.UTF);
        int from = (int) Math.min(pattern.minOffset(), body.length);
        // Offsets count bytes; what stands before the first is still there for a look behind.
        int skip = utf ? new String(body, 0, from, StandardCharsets.UTF_8).length() : from;
        String text = new String(body, utf ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        Pattern compiled = pattern.compile();
        Matcher matcher = compiled.matcher(new Metered(text, new Meter()))
                .region(skip, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        try {
            if (!matcher.find()) {
                return Result.NOT_FOUND;
            }
        } catch (TooCostly | StackOverflowError exhausted) {
            return Result.TOO_COSTLY;
        }
        if (pattern.options().contains(BodyPattern.Option.FIRSTLINE)
                && text.substring(skip, matcher.start()).contains("\n")) {
            return Result.NOT_FOUND;
        }
        long start = utf ? text.substring(0, matcher.start()).getBytes(StandardCharsets.UTF_8).length : matcher.start();
        return start <= pattern.maxOffset() ? Result.FOUND : Result.NOT_FOUND;
    }

    /** A text that may be looked at only so often. */
    private record Metered(CharSequence text, Meter meter) implements CharSequence {
        @Override
        public char charAt(int index) {
            meter.look();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.subSequence(start, end), meter);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class Meter {
        private int left = MOST_LOOKS;

        void look() {
            if (--left < 0) {
                throw new TooCostly();
            }
        }
    }

    private static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooCostly() {
            super(null, null, false, false);
        }
    }
}
