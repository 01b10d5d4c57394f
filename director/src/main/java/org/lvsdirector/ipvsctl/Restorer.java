package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.RequestParser;
import org.lvsdirector.ipvsctl.arguments.UsageException;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/**
 * {@code -R}: command lines from standard input, changes pipelined to the kernel. A line may begin with the program's name; words are
 * parted by blanks, there are no quotes.
 *
 * <p>Under our own name all lines are read before the first is carried out, so a mistake leaves the table as it was; each complaint
 * names its line. ipvsadm stops at a mistake with the lines before it done, and exits with the result of the last line.
 */
final class Restorer {
    private static final int BATCH = 1024;

    /** A request and where it stood. */
    private record Line(int number, Request request) {}

    private final Surroundings surroundings;
    private final Table table;
    private final TextOutput output;
    private final TextOutput errors;
    private final Executor executor;
    private final boolean strict;

    private final List<Line> changes = new ArrayList<>();
    private final Set<ServiceKey> changed = new LinkedHashSet<>();
    private int exitCode = Ipvsctl.OK;

    Restorer(Surroundings surroundings, Table table, TextOutput output, TextOutput errors) {
        this.surroundings = surroundings;
        this.table = table;
        this.output = output;
        this.errors = errors;
        executor = new Executor(surroundings, table, output, errors);
        strict = surroundings.personality() == Personality.IPVSCTL;
    }

    int run() throws IOException, NoIpvsException {
        BufferedReader input = new BufferedReader(new InputStreamReader(surroundings.input(), StandardCharsets.UTF_8));
        List<Line> lines = new ArrayList<>();
        int mistakes = Ipvsctl.OK;
        int number = 0;
        for (String text = input.readLine(); text != null; text = input.readLine()) {
            number++;
            try {
                Request request = read(text);
                if (request == null) {
                    continue;
                }
                if (strict) {
                    lines.add(new Line(number, request));
                } else {
                    perform(new Line(number, request));
                }
            } catch (UsageException e) {
                if (!strict) {
                    applyChanges();
                    complain(String.valueOf(e.getMessage()));
                    return e.exitCode();
                }
                complain("line " + number + ": " + e.getMessage());
                mistakes = e.exitCode();
            }
        }
        if (mistakes != Ipvsctl.OK) {
            return mistakes;
        }
        for (Line line : lines) {
            perform(line);
        }
        applyChanges();
        executor.noteOwner(changed);
        return exitCode;
    }

    /** The request of a line, or null if the line is blank or a comment. */
    private @Nullable Request read(String text) throws UsageException {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        if (words.isEmpty() || (strict && words.get(0).startsWith("#"))) {
            return null;
        }
        if (words.get(0).equals(Personality.IPVSADM.programName())
                || (strict && words.get(0).equals(Personality.IPVSCTL.programName()))) {
            words.remove(0);
        }
        return words.isEmpty()
                ? null
                : RequestParser.parse(words, surroundings.personality().programName(), surroundings.names());
    }

    private void perform(Line line) throws IOException, NoIpvsException {
        if (line.request() instanceof Request.Change) {
            changes.add(line);
            if (changes.size() == BATCH) {
                applyChanges();
            }
            return;
        }
        applyChanges();
        if (!(line.request() instanceof Request.Restore)) {
            // A restore within a restore would read the lines that are ours to read.
            result(executor.run(line.request()));
        }
    }

    private void applyChanges() throws IOException, NoIpvsException {
        if (changes.isEmpty()) {
            return;
        }
        List<IpvsChange> requests = new ArrayList<>(changes.size());
        for (Line line : changes) {
            requests.add(((Request.Change) line.request()).change());
        }
        List<ChangeResult> results = table.open().apply(requests);
        for (int i = 0; i < results.size(); i++) {
            ChangeResult change = results.get(i);
            IpvsException failure = change.failure();
            result(failure == null ? Ipvsctl.OK : Ipvsctl.CHANGE_REFUSED);
            if (failure == null) {
                changed.add(change.change().service());
            } else {
                String place = strict ? "line " + changes.get(i).number() + ": " : "";
                complain(place + KernelErrors.of(change.change(), failure));
            }
        }
        changes.clear();
    }

    /** With ipvsadm the last line's result counts, with us the worst. */
    private void result(int code) {
        exitCode = strict ? Math.max(exitCode, code) : code;
    }

    private void complain(String sentence) throws IOException {
        output.flush();
        errors.add(sentence).endLine();
        errors.flush();
    }
}
