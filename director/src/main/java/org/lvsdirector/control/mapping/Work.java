package org.lvsdirector.control.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.control.mail.AlertBook;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.track.Watches;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * A configuration cut into what each process does.
 *
 * @param generation number of the configuration, growing with each one that is tried
 * @param vrrp null when there is no work for that process
 * @param checkers null when there is no work for that process
 * @param scripts what the parent runs for them
 * @param alerts of what the parent sends mail
 * @param watches what the parent looks at for their trackers
 * @param parent what concerns the processes themselves
 * @param remarks what the operator should know although the configuration runs
 */
public record Work(
        long generation,
        @Nullable RouterSettings vrrp,
        @Nullable CheckersSettings checkers,
        ScriptBook scripts,
        AlertBook alerts,
        Watches watches,
        ParentConfig parent,
        List<String> remarks) {
    public Work {
        remarks = List.copyOf(remarks);
    }

    /** The processes that have something to do. */
    public Set<ChildRole> roles() {
        Set<ChildRole> roles = EnumSet.noneOf(ChildRole.class);
        if (vrrp != null) {
            roles.add(ChildRole.VRRP);
        }
        if (checkers != null) {
            roles.add(ChildRole.CHECKERS);
        }
        return roles;
    }
}
