package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.RequestParser;
import org.lvsdirector.ipvsctl.arguments.UsageException;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/**
 * The program: one command line in, text and an exit code out. Exit codes are ipvsadm's: 0 good, 1 a listing failed, 2 a wrong command
 * line or no IPVS, 255 the kernel refused a change or popt could not read the command line.
 */
final class Ipvsctl {
    static final int OK = 0;
    static final int LISTING_FAILED = 1;
    static final int CHANGE_REFUSED = 255;

    /** How the JDK tells EPIPE: the reader, such as head(1), has seen enough, which is no news to anyone. */
    private static final String BROKEN_PIPE = "Broken pipe";

    private final Surroundings surroundings;
    private final TextOutput errors;

    Ipvsctl(Surroundings surroundings) {
        this.surroundings = surroundings;
        errors = new TextOutput(surroundings.errors());
    }

    /** Runs one command line. */
    int run(List<String> words) {
        TextOutput output = new TextOutput(surroundings.output());
        try (Table table = new Table(surroundings.table())) {
            int exitCode = run(words, table, output);
            output.flush();
            return exitCode;
        } catch (IOException e) {
            if (!BROKEN_PIPE.equals(e.getMessage())) {
                complainIfPossible(String.valueOf(e.getMessage()));
            }
            return LISTING_FAILED;
        }
    }

    private int run(List<String> words, Table table, TextOutput output) throws IOException {
        Personality personality = surroundings.personality();
        try {
            if (personality.has(Defect.NOTHING_WITHOUT_IPVS)) {
                table.probe();
            }
            Request request = new RequestParser(personality, surroundings.names()).parse(words);
            if (request instanceof Request.Restore) {
                return restore(table, output);
            }
            if (request instanceof Request.Diff diff) {
                return new Applier(surroundings, table, output, errors).diff(diff);
            }
            if (request instanceof Request.Apply apply) {
                return new Applier(surroundings, table, output, errors).apply(apply);
            }
            if (request instanceof Request.Watch watch) {
                return new Watcher(surroundings, table, output).run(watch);
            }
            return new Executor(surroundings, table, output, errors).run(request);
        } catch (UsageException e) {
            return complain(output, String.valueOf(e.getMessage()), e.exitCode());
        } catch (NoIpvsException e) {
            return complain(output, String.valueOf(e.getMessage()), NoIpvsException.EXIT_CODE);
        } catch (IpvsException e) {
            return complain(output, KernelErrors.ofAny(e), LISTING_FAILED);
        }
    }

    private int restore(Table table, TextOutput output) throws IOException, NoIpvsException, UsageException {
        BufferedReader input = new BufferedReader(new InputStreamReader(surroundings.input(), StandardCharsets.UTF_8));
        return surroundings.personality().has(Defect.BLIND_RESTORE)
                ? new BlindRestorer(surroundings, table, output, errors).run(input)
                : new Restorer(surroundings, table, output, errors).run(input);
    }

    private int complain(TextOutput output, String sentence, int exitCode) throws IOException {
        output.flush();
        errors.add(sentence).endLine();
        errors.flush();
        return exitCode;
    }

    private void complainIfPossible(String sentence) {
        try {
            errors.add(surroundings.personality().programName())
                    .add(": ")
                    .add(sentence)
                    .endLine();
            errors.flush();
        } catch (IOException e) {
            // No one is left to tell.
        }
    }
}
