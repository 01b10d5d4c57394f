package org.lvsdirector.control.mapping;

import java.nio.file.Path;
import java.util.Set;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** Cuts a configuration into the work of the processes. */
public final class WorkMapping {
    private WorkMapping() {}

    /**
     * The work that a configuration means.
     *
     * @param selected the processes that may run at all ({@code -P}, {@code -C})
     * @param tableLedger where the checkers process remembers what is its own
     */
    public static Work map(
            long generation, Configuration configuration, Set<ChildRole> selected, Path tableLedger, ScriptHost host) {
        ScriptMapping scripts = new ScriptMapping(configuration, host);
        ScriptBook book = scripts.book();
        RouterSettings vrrp = configuration.needsVrrp() && selected.contains(ChildRole.VRRP)
                ? new RouterMapping(configuration, book.tracked().keySet()).settings()
                : null;
        CheckersSettings checkers = configuration.needsCheckers() && selected.contains(ChildRole.CHECKERS)
                ? CheckersMapping.settings(configuration, tableLedger)
                : null;
        return new Work(
                generation,
                vrrp,
                checkers,
                book,
                AlertMapping.of(configuration, checkers, host.hostName()),
                WatchMapping.watches(configuration.tracking()),
                configuration.globals().parent(),
                scripts.remarks());
    }
}
