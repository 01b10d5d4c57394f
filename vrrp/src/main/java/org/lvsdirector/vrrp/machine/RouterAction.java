package org.lvsdirector.vrrp.machine;

import java.util.List;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * What a {@link VrrpRouter} wants done, in this order; a driver may send the advertisements of a step before all else. An action that
 * fails is the driver's to log and count; the machine is not told, except that a lost interface or address comes back as an event.
 */
public sealed interface RouterAction {

    /** Calls the method of {@code handler} that belongs to this action. */
    void runOn(Handler handler);

    /** One method for each action; a driver implements it. */
    interface Handler {
        /** Sends one advertisement from the instance's template. */
        void sendAdvert(SendAdvert action);

        /** Puts addresses on their interfaces; one that is there already is no error. */
        void addAddresses(AddAddresses action);

        /** Takes addresses off; one that is not there is no error. */
        void removeAddresses(RemoveAddresses action);

        /** Adds routes and rules; one that is there already is no error. */
        void addRouting(AddRouting action);

        /** Removes routes and rules; one that is not there is no error. */
        void removeRouting(RemoveRouting action);

        /** Tells neighbours where addresses are. */
        void announce(Announce action);

        /** Forgets announcements of the instance that still wait for their turn. */
        void cancelAnnouncements(CancelAnnouncements action);

        /** Drops traffic to addresses of an instance that must not accept it. */
        void dropTraffic(DropTraffic action);

        /** Ends that. */
        void allowTraffic(AllowTraffic action);

        /** Tells of a transition. */
        void sendNotification(SendNotification action);

        /** Asks the network who has addresses that an instance may soon take. */
        void askAhead(AskAhead action);

        /** Wants no answers any more to what was asked ahead. */
        void askNoMore(AskNoMore action);

        /** Tells of a conflict, for those who want to know. */
        void tellConflict(TellConflict action);

        /** Asks the parent for a run of a script. */
        void runScript(RunScript action);

        /** Writes a log line. */
        void log(Log action);
    }

    /**
     * One advertisement, at once.
     *
     * @param priority 0 to 255
     */
    record SendAdvert(InstanceKey instance, int priority) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.sendAdvert(this);
        }
    }

    /** Not empty; interfaces are filled in by {@link VirtualAddress#interfaceOr} with the instance's. */
    record AddAddresses(InstanceKey instance, List<VirtualAddress> addresses) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.addAddresses(this);
        }
    }

    /** Not empty, see {@link AddAddresses}. */
    record RemoveAddresses(InstanceKey instance, List<VirtualAddress> addresses) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.removeAddresses(this);
        }
    }

    /** Not empty; in this order. Comes after {@link AddAddresses}: a route may need them. */
    record AddRouting(InstanceKey instance, List<RoutingEntry> entries) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.addRouting(this);
        }
    }

    /** Not empty; in this order. Comes before {@link RemoveAddresses}. */
    record RemoveRouting(InstanceKey instance, List<RoutingEntry> entries) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.removeRouting(this);
        }
    }

    /**
     * Gratuitous ARP requests or unsolicited neighbour advertisements. The announcer keeps the spacing of {@code garp_interval}.
     *
     * @param repeat rounds over all addresses, at least 1
     */
    record Announce(InstanceKey instance, List<VirtualAddress> addresses, int repeat) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.announce(this);
        }
    }

    /** The instance is MASTER no more. */
    record CancelAnnouncements(InstanceKey instance) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.cancelAnnouncements(this);
        }
    }

    /** Comes before {@link AddAddresses}, so that no packet slips through. */
    record DropTraffic(InstanceKey instance, List<VirtualAddress> addresses) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.dropTraffic(this);
        }
    }

    /** Comes after {@link RemoveAddresses}. */
    record AllowTraffic(InstanceKey instance, List<VirtualAddress> addresses) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.allowTraffic(this);
        }
    }

    /**
     * A transition has happened. Whoever runs scripts runs {@code notify_STATE} first and then the generic {@code notify} with
     * {@code INSTANCE|GROUP NAME STATE PRIORITY} appended; those of one subject in the order of these actions.
     *
     * @param name of the instance or sync group
     * @param priority effective priority; 0 for a group
     */
    record SendNotification(Subject subject, String name, NotifyState state, int priority) implements RouterAction {
        /** What a notification is about; the names are the scripts' first argument. */
        public enum Subject {
            INSTANCE,
            GROUP
        }

        @Override
        public void runOn(Handler handler) {
            handler.sendNotification(this);
        }
    }

    /**
     * Asks who has addresses that an instance does not have yet; answers come back by {@link RouterEvent.AddressAnswered}. Nothing waits for
     * them.
     */
    record AskAhead(InstanceKey instance, List<VirtualAddress> addresses) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.askAhead(this);
        }
    }

    /** The addresses are not to be taken after all. */
    record AskNoMore(InstanceKey instance, List<VirtualAddress> addresses) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.askNoMore(this);
        }
    }

    /** Of an instance, by its name. */
    record TellConflict(String name, Conflict conflict) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.tellConflict(this);
        }
    }

    /** Answered by {@link RouterEvent.ScriptFinished}, always; not asked again before. */
    record RunScript(String script) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.runScript(this);
        }
    }

    /** Text as keepalived has it, with the instance in front where it has one. */
    record Log(LogLevel level, String text) implements RouterAction {
        @Override
        public void runOn(Handler handler) {
            handler.log(this);
        }
    }
}
