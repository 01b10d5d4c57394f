package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.IOException;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.UsageException;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/**
 * {@code ipvsadm -R}, see {@link Defect#BLIND_RESTORE}: carries out line after line, stops at a mistake, and ends with the last line's
 * result. Only that changes go to the kernel many at a time is our own, and cannot be told from outside.
 */
final class BlindRestorer implements Batch.Refusals {
    private final Surroundings surroundings;
    private final TextOutput output;
    private final TextOutput errors;
    private final Executor executor;
    private final Batch batch;

    BlindRestorer(Surroundings surroundings, Table table, TextOutput output, TextOutput errors) {
        this.surroundings = surroundings;
        this.output = output;
        this.errors = errors;
        executor = new Executor(surroundings, table, output, errors);
        batch = new Batch(table, false, this);
    }

    int run(BufferedReader input) throws IOException, NoIpvsException, UsageException {
        LineReader reader = new LineReader(surroundings);
        int exitCode = Ipvsctl.OK;
        try {
            int number = 0;
            boolean changedLast = false;
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                number++;
                Request request = reader.read(line);
                if (request == null) {
                    continue;
                }
                if (request instanceof Request.Restore) {
                    throw UsageException.notUnderstood(
                            surroundings.personality().programName());
                }
                changedLast = request instanceof Request.Change;
                if (request instanceof Request.Change change) {
                    batch.add(number, change.change());
                    continue;
                }
                batch.send();
                exitCode = executor.run(request);
                if (request instanceof Request.Version || request instanceof Request.Help) {
                    return exitCode;
                }
            }
            batch.send();
            return changedLast ? (batch.lastSucceeded() ? Ipvsctl.OK : Ipvsctl.CHANGE_REFUSED) : exitCode;
        } catch (UsageException e) {
            batch.send();
            throw e;
        }
    }

    @Override
    public void refused(int line, IpvsChange change, IpvsException failure) throws IOException {
        output.flush();
        errors.add(KernelErrors.of(change, failure)).endLine();
        errors.flush();
    }
}
