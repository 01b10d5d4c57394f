package org.lvsdirector.plan;

import java.util.List;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * What leads from one table to another, and what stays since it is not ours.
 *
 * @param changes in the order in which the kernel must get them: add services, add real servers, change services and real servers, remove
 *     real servers, remove services. Nothing is removed and added again to change a parameter; a service
 *     that goes takes its real servers with it
 * @param strangers what neither is desired nor owned; left alone
 */
public record Diff(List<IpvsChange> changes, List<Stranger> strangers) {
    public Diff {
        changes = List.copyOf(changes);
        strangers = List.copyOf(strangers);
    }

    /** Something in the table that is not ours. */
    public sealed interface Stranger {

        /** The service that it is, or is in. */
        ServiceKey service();

        /** A whole service of somebody else's. */
        record Service(ServiceKey service) implements Stranger {}

        /** A real server that somebody put into a service of ours. */
        record Server(ServiceKey service, RealServerKey server) implements Stranger {}
    }

    /** The changes that turn the known table into the desired one, as far as that is ours to do. */
    public static Diff between(IpvsTable desired, IpvsTable known, Ownership ownership) {
        return new DiffBuilder(desired, known, ownership).build();
    }

    /** Whether there is nothing to change. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
