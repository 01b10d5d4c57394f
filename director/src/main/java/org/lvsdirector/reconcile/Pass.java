package org.lvsdirector.reconcile;

import java.util.List;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.IpvsTable;

/**
 * What one pass over the table did.
 *
 * @param found the table before, as far as the pass looked at it
 * @param made changes that the kernel made, in order
 * @param healed those among them that undid what somebody else did
 * @param failures changes that the kernel refused for good; the next pass tries again
 * @param byHand weights that somebody changed since the last pass, and that were kept
 * @param strangers what was found that is not ours, and was left alone
 */
public record Pass(
        IpvsTable found,
        List<IpvsChange> made,
        List<IpvsChange> healed,
        List<ChangeResult> failures,
        List<HandWeight> byHand,
        List<Diff.Stranger> strangers) {
    public Pass {
        made = List.copyOf(made);
        healed = List.copyOf(healed);
        failures = List.copyOf(failures);
        byHand = List.copyOf(byHand);
        strangers = List.copyOf(strangers);
    }

    /** Whether all that was to be done is done. */
    public boolean isComplete() {
        return failures.isEmpty();
    }
}
