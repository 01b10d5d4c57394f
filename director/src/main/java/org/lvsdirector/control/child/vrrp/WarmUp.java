package org.lvsdirector.control.child.vrrp;

import org.lvsdirector.control.link.Farewell;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.ProcessControl;
import org.lvsdirector.vrrp.linux.RehearsalStage;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a process that has just started as quick as one that has run for long, beside its work and out of its way. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int OUT_OF_THE_WAY = 10;

    private WarmUp() {}

    /** Begins on a thread of its own. */
    static void begin(RouterSettings settings) {
        Thread thread = new Thread(() -> rehearse(settings), "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void rehearse(RouterSettings settings) {
        try {
            ProcessControl.setPriority(OUT_OF_THE_WAY);
            int lives = RehearsalStage.rehearse(settings);
            LOG.debug("Rehearsed {} takeovers", lives);
            var unused = Farewell.rehearse();
        } catch (LinuxException notAllowed) {
            LOG.info("The first takeover will be some milliseconds slower: {}", notAllowed.getMessage());
        }
        // Its garbage, and that of the start: the next collection is then far off.
        System.gc();
        VrrpProcess.SCHEDULING.lock(settings.options().scheduling());
    }
}
