package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.UsageException;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/**
 * {@code -R}: reads all lines before the first is carried out, so that a mistake leaves the table as it was, then sends the changes many
 * at a time. Every mistake and every refusal is told with its line; the exit code is that of the worst.
 */
final class Restorer implements Batch.Refusals {
    private static final Request DONE = new Request.Clear();

    private final Surroundings surroundings;
    private final Table table;
    private final TextOutput output;
    private final TextOutput errors;
    private final Executor executor;
    private final Batch batch;
    private final RestoreProgress progress;
    private final List<Request> requests = new ArrayList<>();
    private int[] lines = new int[1024];
    private int exitCode = Ipvsctl.OK;

    Restorer(Surroundings surroundings, Table table, TextOutput output, TextOutput errors) {
        this.surroundings = surroundings;
        this.table = table;
        this.output = output;
        this.errors = errors;
        executor = new Executor(surroundings, table, output, errors);
        batch = new Batch(table, surroundings.notice().isNeeded(), this);
        progress = RestoreProgress.of(surroundings);
    }

    int run(BufferedReader input) throws IOException, NoIpvsException {
        try (progress) {
            read(input);
            if (exitCode == Ipvsctl.OK) {
                carryOut();
            }
            return exitCode;
        }
    }

    private void read(BufferedReader input) throws IOException {
        LineReader reader = new LineReader(surroundings);
        int number = 0;
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            number++;
            progress.read(number);
            try {
                Request request = reader.read(line);
                if (request instanceof Request.Restore) {
                    throw UsageException.rejected("-R cannot be part of what -R reads");
                }
                if (request != null) {
                    keep(number, request);
                }
            } catch (UsageException e) {
                complain(number, String.valueOf(e.getMessage()));
                exitCode = e.exitCode();
            }
        }
    }

    private void keep(int number, Request request) {
        if (requests.size() == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[requests.size()] = number;
        requests.add(request);
    }

    private void carryOut() throws IOException, NoIpvsException {
        progress.begin(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            requests.set(i, DONE); // a large table's memory is needed twice otherwise
            if (request instanceof Request.Change change) {
                if (batch.add(lines[i], change.change())) {
                    progress.done(i + 1);
                }
            } else {
                batch.send();
                executeAt(lines[i], request);
                progress.done(i + 1);
            }
        }
        batch.send();
        executor.noteOwner(batch.changedServices());
    }

    private void executeAt(int line, Request request) throws IOException, NoIpvsException {
        String complaint = executor.complaintAbout(request);
        if (complaint != null && !alreadyRuns(request)) {
            complain(line, complaint);
            exitCode = Math.max(exitCode, Executor.exitCodeOfFailed(request));
        }
    }

    /** A saved table names the daemons that ran then; one that runs just so already is no failure. */
    private boolean alreadyRuns(Request request) throws NoIpvsException {
        if (!(request instanceof Request.StartDaemon start)) {
            return false;
        }
        for (SyncDaemon running : table.open().daemons()) {
            if (start.daemon().isMetBy(running)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void refused(int line, IpvsChange change, IpvsException failure) throws IOException {
        complain(line, KernelErrors.of(change, failure));
        exitCode = Ipvsctl.CHANGE_REFUSED;
    }

    private void complain(int line, String sentence) throws IOException {
        output.flush();
        progress.clear();
        errors.add("line ").add(line).add(": ").add(sentence).endLine();
        errors.flush();
    }
}
