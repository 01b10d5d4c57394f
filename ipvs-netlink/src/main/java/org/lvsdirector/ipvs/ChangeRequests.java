package org.lvsdirector.ipvs;

import java.util.AbstractList;
import java.util.List;
import org.lvsdirector.netlink.generic.GenericFamily;

/** Changes seen as requests, each made when it is asked for: of a hundred thousand, one exists at a time. */
final class ChangeRequests extends AbstractList<ChangeRequest> {
    private final GenericFamily family;
    private final List<? extends IpvsChange> changes;

    ChangeRequests(GenericFamily family, List<? extends IpvsChange> changes) {
        this.family = family;
        this.changes = changes;
    }

    @Override
    public ChangeRequest get(int index) {
        return new ChangeRequest(family, changes.get(index));
    }

    @Override
    public int size() {
        return changes.size();
    }
}
