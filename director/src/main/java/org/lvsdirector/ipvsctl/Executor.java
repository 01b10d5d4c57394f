package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/** Carries out one request and says what came of it. */
final class Executor {
    private final Surroundings surroundings;
    private final Table table;
    private final TextOutput output;
    private final TextOutput errors;

    Executor(Surroundings surroundings, Table table, TextOutput output, TextOutput errors) {
        this.surroundings = surroundings;
        this.table = table;
        this.output = output;
        this.errors = errors;
    }

    /** Any request but {@link Request.Restore} and those that are programs of their own; returns the exit code. */
    int run(Request request) throws IOException, NoIpvsException {
        String complaint = complaintAbout(request);
        if (complaint == null) {
            return Ipvsctl.OK;
        }
        output.flush();
        errors.add(complaint).endLine();
        errors.flush();
        return exitCodeOfFailed(request);
    }

    static int exitCodeOfFailed(Request request) {
        return request instanceof Request.Listing ? Ipvsctl.LISTING_FAILED : Ipvsctl.CHANGE_REFUSED;
    }

    /** Carries out the request; returns why it failed, or null. */
    @Nullable
    String complaintAbout(Request request) throws IOException, NoIpvsException {
        if (request instanceof Request.Version || request instanceof Request.Help) {
            output.add(About.version(surroundings)).endLine();
            if (request instanceof Request.Help) {
                output.add(About.help(surroundings.personality())).endLine();
            }
            return null;
        }
        Ipvs ipvs = table.open();
        try {
            if (request instanceof Request.Listing list) {
                return new Lister(surroundings, ipvs, output).list(list);
            }
            modify((Request.Modification) request, ipvs);
            return null;
        } catch (IpvsException e) {
            return KernelErrors.of(request, e);
        }
    }

    private void modify(Request.Modification request, Ipvs ipvs) throws IOException {
        if (request instanceof Request.Change change) {
            ChangeResult result = ipvs.apply(List.of(change.change())).get(0);
            if (result.failure() != null) {
                throw result.failure();
            }
            noteOwner(List.of(change.change().service()));
        } else if (request instanceof Request.Clear) {
            ipvs.flush();
            noteOwner(null);
        } else if (request instanceof Request.Zero zero) {
            ipvs.zero(zero.service());
        } else if (request instanceof Request.SetTimeouts set) {
            ipvs.setTimeouts(set.timeouts());
        } else if (request instanceof Request.StartDaemon start) {
            ipvs.startDaemon(start.daemon());
        } else if (request instanceof Request.StopDaemon stop) {
            ipvs.stopDaemon(stop.role(), stop.syncId());
        }
    }

    /** Tells whose services were changed; null for all. */
    void noteOwner(@Nullable Collection<ServiceKey> services) throws IOException {
        if (surroundings.personality().isExtended()) {
            for (String line : surroundings.notice().about(services)) {
                errors.add(line).endLine();
            }
            errors.flush();
        }
    }
}
