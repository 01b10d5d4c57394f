package org.lvsdirector.ipvsctl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.RequestParser;
import org.lvsdirector.ipvsctl.arguments.UsageException;

/**
 * Reads the lines of a saved table: words parted by blanks, without quotes, as on a command line. The program's name may stand first.
 * Under our own name a line may also be a comment.
 */
final class LineReader {
    private static final String COMMENT = "#";

    private final Personality personality;
    private final RequestParser parser;

    LineReader(Surroundings surroundings) {
        personality = surroundings.personality();
        parser = new RequestParser(personality, surroundings.names());
    }

    /** The request of a line, or null if there is none in it. */
    @Nullable
    Request read(String line) throws UsageException {
        List<String> words = words(line);
        if (words.isEmpty() || (personality.isExtended() && words.get(0).startsWith(COMMENT))) {
            return null;
        }
        if (isProgramName(words.get(0))) {
            words.remove(0);
        }
        return words.isEmpty() ? null : parser.parse(words);
    }

    /** By hand: a StringTokenizer takes as long as all the rest of reading a line. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int length = line.length();
        int start = 0;
        while (start < length) {
            if (isBlank(line.charAt(start))) {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < length && !isBlank(line.charAt(end))) {
                end++;
            }
            words.add(line.substring(start, end));
            start = end;
        }
        return words;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private boolean isProgramName(String word) {
        return word.equals(Personality.IPVSADM.programName()) || word.equals(personality.programName());
    }
}
