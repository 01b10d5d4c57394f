package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.listing.DifferenceText;
import org.lvsdirector.ipvsctl.listing.Labels;
import org.lvsdirector.ipvsctl.listing.RuleWriter;
import org.lvsdirector.ipvsctl.listing.TextOutput;
import org.lvsdirector.ipvsctl.saved.SavedTable;
import org.lvsdirector.ipvsctl.saved.SavedTableBuilder;
import org.lvsdirector.ipvsctl.saved.TableDifference;

/**
 * {@code diff FILE} and {@code apply FILE}: compares a saved table with the kernel's and tells or makes the difference, and nothing but it.
 * Mistakes in the file are all told, and then nothing is changed.
 */
final class Applier implements Batch.Refusals {
    /** As diff(1): 1 means that there are differences. */
    static final int DIFFERENT = 1;

    static final int UNUSABLE_FILE = 2;

    private final Surroundings surroundings;
    private final Table table;
    private final TextOutput output;
    private final TextOutput errors;
    private final RestoreProgress progress;
    private int refusals;

    Applier(Surroundings surroundings, Table table, TextOutput output, TextOutput errors) {
        this.surroundings = surroundings;
        this.table = table;
        this.output = output;
        this.errors = errors;
        progress = RestoreProgress.of(surroundings);
    }

    int diff(Request.Diff request) throws IOException, NoIpvsException {
        try (progress) {
            SavedTableBuilder file = read(request.file());
            if (file == null) {
                return UNUSABLE_FILE;
            }
            SavedTable present = SavedTables.ofKernel(table.open());
            TableDifference difference = TableDifference.between(file.build(), present);
            Personality personality = surroundings.personality();
            if (request.json()) {
                DifferenceText.writeJson(difference, present, labels(), personality, output);
            } else {
                DifferenceText.writeText(difference, present, labels(), personality, output);
            }
            return difference.isEmpty() ? Ipvsctl.OK : DIFFERENT;
        }
    }

    int apply(Request.Apply request) throws IOException, NoIpvsException {
        try (progress) {
            SavedTableBuilder file = read(request.file());
            if (file == null) {
                return UNUSABLE_FILE;
            }
            Ipvs ipvs = table.open();
            TableDifference difference = TableDifference.between(file.build(), SavedTables.ofKernel(ipvs));
            if (request.dryRun()) {
                writePlan(difference);
                return Ipvsctl.OK;
            }
            carryOut(difference, file, ipvs);
            return refusals == 0 ? Ipvsctl.OK : Ipvsctl.CHANGE_REFUSED;
        }
    }

    private @Nullable SavedTableBuilder read(String file) throws IOException {
        try {
            return new SavedTables(surroundings, errors).read(file, progress);
        } catch (NoSuchFileException e) {
            complain(0, "cannot read " + file + ": no such file");
        } catch (IOException e) {
            complain(0, "cannot read " + file + ": " + e.getMessage());
        }
        return null;
    }

    private Labels labels() {
        return new Labels(surroundings.names(), true, surroundings.personality());
    }

    /** The plan is in the saved format's own words: {@code -R} could carry it out. */
    private void writePlan(TableDifference difference) throws IOException {
        RuleWriter rules = new RuleWriter(surroundings.personality(), labels(), output);
        for (IpvsChange change : difference.changes()) {
            if (change instanceof IpvsChange.AddService add) {
                rules.service("-A", add.definition());
            } else if (change instanceof IpvsChange.UpdateService update) {
                rules.service("-E", update.definition());
            } else if (change instanceof IpvsChange.RemoveService remove) {
                rules.removedService(remove.service());
            } else if (change instanceof IpvsChange.AddServer add) {
                rules.server("-a", add.service(), add.server());
            } else if (change instanceof IpvsChange.UpdateServer update) {
                rules.server("-e", update.service(), update.server());
            } else if (change instanceof IpvsChange.RemoveServer remove) {
                rules.removedServer(remove.service(), remove.server());
            }
        }
        if (difference.timeouts() != null) {
            rules.timeouts(difference.timeouts());
        }
        for (SyncDaemon daemon : difference.stopped()) {
            rules.stoppedDaemon(daemon);
        }
        for (SyncDaemon daemon : difference.started()) {
            rules.daemon(daemon);
        }
    }

    private void carryOut(TableDifference difference, SavedTableBuilder file, Ipvs ipvs)
            throws IOException, NoIpvsException {
        Batch batch = new Batch(table, surroundings.notice().isNeeded(), this);
        int count = difference.changes().size();
        progress.begin(count);
        int done = 0;
        for (IpvsChange change : difference.changes()) {
            done++;
            if (batch.add(file.lineOf(change), change)) {
                progress.done(done);
            }
        }
        batch.send();
        carryOutOthers(difference, ipvs);
        progress.clear();
        output.add(String.format(Locale.ROOT, "%,d changes, %,d refused", count, refusals))
                .endLine();
        new Executor(surroundings, table, output, errors).noteOwner(batch.changedServices());
    }

    private void carryOutOthers(TableDifference difference, Ipvs ipvs) throws IOException {
        try {
            if (difference.timeouts() != null) {
                ipvs.setTimeouts(difference.timeouts());
            }
            for (SyncDaemon daemon : difference.stopped()) {
                ipvs.stopDaemon(daemon.role(), daemon.syncId());
            }
            for (SyncDaemon daemon : difference.started()) {
                ipvs.startDaemon(daemon);
            }
        } catch (IpvsException e) {
            refusals++;
            complain(0, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void refused(int line, IpvsChange change, IpvsException failure) throws IOException {
        refusals++;
        complain(line, "cannot " + change.describe() + ": " + KernelErrors.of(change, failure));
    }

    private void complain(int line, String sentence) throws IOException {
        output.flush();
        progress.clear();
        if (line > 0) {
            errors.add("line ").add(line).add(": ");
        }
        errors.add(sentence).endLine();
        errors.flush();
    }
}
