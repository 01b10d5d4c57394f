package org.lvsdirector.vrrp.runtime;

import java.util.List;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** Where the driver's news go. Called on the driver's thread: it must never block, and rather lose something than wait. */
public interface EventSink {

    /** A line for the log, without time or program name. */
    void log(LogLevel level, String text);

    /** A transition has happened; notify scripts are the listener's business. */
    void notification(SendNotification notification);

    /** Something that an instance has is there twice, or is not any more. */
    void conflict(TellConflict conflict);

    /** A tracker wants a run of its script; the answer comes back by {@link VrrpDriver#scriptFinished}. */
    void runScript(String script);

    /** A BFD session has come up or gone down; also told when one did not come up in time at the start. */
    void sessionChanged(String session, boolean up);

    /**
     * Where somebody else keeps the firewall: from now on the traffic of these addresses alone is to be dropped, and these interfaces alone
     * are to say nothing of their groups by themselves.
     */
    void trafficToDrop(List<Unaccepted> addresses, List<String> quietInterfaces);

    /** The driver's thread lives; called at least every {@link VrrpDriver#BEAT_NANOS}, as far as the machine lets it run. */
    void beat(long nowNanos);
}
