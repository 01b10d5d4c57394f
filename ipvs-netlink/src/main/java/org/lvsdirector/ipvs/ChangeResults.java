package org.lvsdirector.ipvs;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** What became of changes, from the failures among them; each result is made when it is asked for. */
final class ChangeResults extends AbstractList<ChangeResult> {
    private final List<? extends IpvsChange> changes;
    private final Map<Integer, IpvsException> failures;

    /** @param failures by position in the list */
    ChangeResults(List<? extends IpvsChange> changes, Map<Integer, IpvsException> failures) {
        this.changes = changes;
        this.failures = failures;
    }

    @Override
    public ChangeResult get(int index) {
        return new ChangeResult(changes.get(index), failures.get(index));
    }

    @Override
    public int size() {
        return changes.size();
    }
}
