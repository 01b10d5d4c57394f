package org.lvsdirector.control.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.firewall.DropWish;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;

/** What a child tells the parent. */
public sealed interface Report {

    /** It lives, and so does the thread that does its work. */
    record Beat() implements Report {}

    /** A configuration can run. */
    record Prepared(long generation) implements Report {}

    /** A configuration cannot run here. */
    record Refused(long generation, String reason) implements Report {}

    /**
     * A configuration is in force: vrrp listens and holds no address that it should not, the table of checkers is as it should be. The first
     * one makes the child ready.
     */
    record Committed(long generation) implements Report {}

    /**
     * It cannot do its work on this machine and leaves; starting it again would not help.
     *
     * @param exitCode exit code for the whole director
     * @param sentence why, for the operator
     */
    record CannotRun(int exitCode, String sentence) implements Report {}

    /** From vrrp: an instance or group has a new state; scripts should hear of it. */
    record Notify(SendNotification notification) implements Report {}

    /** From vrrp: something that an instance has is there twice, or is not any more; pipes may hear of it. */
    record Conflicted(TellConflict conflict) implements Report {}

    /** From vrrp: a BFD session has come up or gone down. */
    record SessionChanged(String session, boolean up) implements Report {}

    /** From vrrp: the traffic of these alone is to be dropped by iptables. */
    record Unaccepted(DropWish wish) implements Report {}

    /** From vrrp: run this script now, answer with {@link Command.ScriptEnded}. */
    record RunScript(String script) implements Report {}

    /**
     * From checkers: run the command of this check, answer with {@link Command.CheckEnded}.
     *
     * @param run number of the run, growing
     */
    record RunCheck(long run, CheckId check) implements Report {}

    /** From checkers: checks that have changed, to be handed back should the process die. */
    record Health(List<KnownCheck> changed) implements Report {
        public Health {
            changed = List.copyOf(changed);
        }
    }

    /** From checkers: a real server or a quorum came or went; scripts should hear of it. */
    record Pool(PoolEvent event) implements Report {}

    /** The answer to {@link Command.Ask} or {@link Command.Heal} of that number. */
    record Answer(long id, JsonNode value) implements Report {}
}
