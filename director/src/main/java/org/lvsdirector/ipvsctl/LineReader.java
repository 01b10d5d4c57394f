package org.lvsdirector.ipvsctl;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
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
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(line);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        if (words.isEmpty() || (personality.isExtended() && words.get(0).startsWith(COMMENT))) {
            return null;
        }
        if (isProgramName(words.get(0))) {
            words.remove(0);
        }
        return words.isEmpty() ? null : parser.parse(words);
    }

    private boolean isProgramName(String word) {
        return word.equals(Personality.IPVSADM.programName()) || word.equals(personality.programName());
    }
}
