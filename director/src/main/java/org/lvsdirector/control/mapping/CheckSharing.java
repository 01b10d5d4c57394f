package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.control.checkers.SharedCheck;

/**
 * Makes checks that are alike in everything but whose health they decide into one ({@code share_checks}). A command is not shared, since only
 * its author knows what it looks at, and neither are the checks of services that are suspended at times.
 */
record CheckSharing(List<CheckSpec> made, List<SharedCheck> shared) {
    private static final CheckId NOBODY = new CheckId("", "", 0);

    /** @param alone services whose checks are their own */
    static CheckSharing of(List<CheckSpec> checks, Set<String> alone) {
        Map<CheckSpec, CheckId> first = new HashMap<>();
        List<CheckSpec> made = new ArrayList<>();
        List<SharedCheck> shared = new ArrayList<>();
        for (CheckSpec check : checks) {
            boolean own = check.probe() instanceof MiscProbe
                    || alone.contains(check.id().service());
            CheckId twin = own ? null : first.putIfAbsent(withoutName(check), check.id());
            if (twin == null) {
                made.add(check);
            } else {
                shared.add(new SharedCheck(check.id(), twin));
            }
        }
        return new CheckSharing(made, shared);
    }

    private static CheckSpec withoutName(CheckSpec check) {
        return new CheckSpec(
                NOBODY, check.probe(), check.timing(), check.alpha(), check.logAllFailures(), check.path());
    }
}
