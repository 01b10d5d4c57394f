package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.Defect;
import org.lvsdirector.ipvsctl.Personality;

/**
 * {@code -S}: the table as command lines that {@code -R} reads; under our own name with what ipvsadm leaves out: thresholds, timeouts
 * other than those a kernel starts with, and synchronisation daemons.
 */
public final class SavedRules {
    private static final IpvsTimeouts KERNEL_DEFAULT = new IpvsTimeouts(15 * 60, 2 * 60, 5 * 60);

    private final Ipvs ipvs;
    private final Ordering ordering;
    private final boolean complete;
    private final RuleWriter rules;

    public SavedRules(Ipvs ipvs, Personality personality, Labels labels, TextOutput out) {
        this.ipvs = ipvs;
        this.ordering = Ordering.of(personality);
        complete = !personality.has(Defect.INCOMPLETE_SAVE);
        rules = new RuleWriter(personality, labels, out);
    }

    public void write() throws IOException {
        for (ServiceEntry entry : ordering.services(ipvs.services())) {
            ServiceKey service = entry.service().key();
            rules.service("-A", entry.service());
            for (RealServerEntry server : ordering.servers(ipvs.realServers(service))) {
                rules.server("-a", service, server.server());
            }
        }
        if (complete) {
            IpvsTimeouts timeouts = ipvs.timeouts();
            if (!timeouts.equals(KERNEL_DEFAULT)) {
                rules.timeouts(timeouts);
            }
            for (SyncDaemon daemon : ipvs.daemons()) {
                rules.daemon(daemon);
            }
        }
    }
}
