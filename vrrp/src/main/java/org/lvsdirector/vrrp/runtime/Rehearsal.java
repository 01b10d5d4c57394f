package org.lvsdirector.vrrp.runtime;

import java.util.List;
import java.util.function.Function;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Unaccepted;

/**
 * Plays the life of a backup through: it starts, misses its master, takes over, advertises, and resigns. A virtual machine runs code that
 * it has never run some hundred times slower than later: it has to load, link and compile it. A backup may wait for years, and must then
 * be quick the first time; so it is made to be the second.
 */
public final class Rehearsal {
    /** Advertisements, and rounds of announcements, of each life. */
    private static final int TURNS_AS_MASTER = 8;

    /** More than enough to become MASTER; a rehearsal on a machine that does not let it has an end too. */
    private static final int MOST_TURNS = 100;

    private Rehearsal() {}

    /**
     * Plays it once, to the end.
     *
     * @param ports opens what the driver touches, and only that: what is done through it must harm nobody
     * @param settings for instances that can become MASTER there
     * @return whether all that was to be rehearsed has happened, without a mistake
     */
    public static boolean play(Function<EventSink, VrrpPorts> ports, RouterSettings settings) {
        Audience audience = new Audience(settings.instances().size());
        VrrpPorts real = ports.apply(audience);
        VrrpPorts leaping = real.with(new LeapingWaiter(real.waiter()), audience);
        try (leaping) {
            VrrpDriver driver = new VrrpDriver(leaping, StartOrder.cold(settings));
            driver.start();
            int asMaster = 0;
            for (int turn = 0; turn < MOST_TURNS && asMaster < TURNS_AS_MASTER; turn++) {
                leaping.waiter().await(driver.nextDeadlineNanos());
                driver.turn();
                asMaster += audience.sawAllMasters() ? 1 : 0;
            }
            driver.shutdown(false);
            driver.turn();
            return audience.sawAllMasters() && !audience.sawMistakes();
        }
    }

    /** Hears everything and says nothing. */
    private static final class Audience implements EventSink {
        private final int instances;
        private int masters;
        private boolean mistakes;

        Audience(int instances) {
            this.instances = instances;
        }

        boolean sawAllMasters() {
            return masters >= instances;
        }

        boolean sawMistakes() {
            return mistakes;
        }

        @Override
        public void notification(SendNotification notification) {
            masters += notification.state() == NotifyState.MASTER ? 1 : 0;
        }

        @Override
        public void log(LogLevel level, String text) {
            mistakes |= level == LogLevel.ERROR;
        }

        @Override
        public void conflict(TellConflict conflict) {}

        @Override
        public void runScript(String script) {}

        @Override
        public void sessionChanged(String session, boolean up) {}

        @Override
        public void trafficToDrop(List<Unaccepted> addresses, List<String> quietInterfaces) {}

        @Override
        public void beat(long nowNanos) {}
    }
}
