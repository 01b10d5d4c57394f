package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Everything that can happen to a {@link VrrpRouter}; see there in what order a driver feeds it. */
public sealed interface RouterEvent {

    /** Calls the method of {@code handler} that belongs to this event. */
    void deliverTo(Handler handler);

    /** One method for each event; the router implements it. */
    interface Handler {
        /** See {@link Started}. */
        void started(Started event);

        /** See {@link PacketReceived}. */
        void packetReceived(PacketReceived event);

        /** See {@link DeadlineReached}. */
        void deadlineReached();

        /** See {@link LinkChanged}. */
        void linkChanged(LinkChanged event);

        /** See {@link SourceAddressChanged}. */
        void sourceAddressChanged(SourceAddressChanged event);

        /** See {@link AddressRemoved}. */
        void addressRemoved(AddressRemoved event);

        /** See {@link AddressAnswered}. */
        void addressAnswered(AddressAnswered event);

        /** See {@link RoutingRestored}. */
        void routingRestored(RoutingRestored event);

        /** See {@link ScriptFinished}. */
        void scriptFinished(ScriptFinished event);

        /** See {@link TrackerRead}. */
        void trackerRead(TrackerRead event);

        /** See {@link Reconfigured}. */
        void reconfigured(Reconfigured event);

        /** See {@link ShutdownRequested}. */
        void shutdownRequested(ShutdownRequested event);
    }

    /**
     * The driver has said what it knows of links and source addresses and can send now.
     *
     * @param resumptions instances to take up again as MASTER, if not too late; empty at a cold start
     */
    record Started(List<Resumption> resumptions) implements RouterEvent {
        public Started {
            resumptions = List.copyOf(resumptions);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.started(this);
        }
    }

    /** A packet for the instance, as its filter judged it. */
    record PacketReceived(InstanceKey instance, Received packet) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.packetReceived(this);
        }
    }

    /** The deadline that {@link VrrpRouter#nextDeadlineNanos} named has come, and no packet was waiting. */
    record DeadlineReached() implements RouterEvent {
        /** There is nothing to tell two of them apart. */
        public static final DeadlineReached INSTANCE = new DeadlineReached();

        @Override
        public void deliverTo(Handler handler) {
            handler.deadlineReached();
        }
    }

    /** State of an interface, told before {@link Started} for all that the settings name, and at each change after. */
    record LinkChanged(String interfaceName, LinkState state) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.linkChanged(this);
        }
    }

    /**
     * The address that advertisements of an instance leave from: the configured source, else the interface's first address of the family
     * (link-local for IPv6) that is no virtual address; null while there is none. Told before {@link Started} and at each change after.
     */
    record SourceAddressChanged(
            InstanceKey instance, @Nullable InetAddress address) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.sourceAddressChanged(this);
        }
    }

    /**
     * Someone else removed an address from an interface. A driver must not report removals that it made itself on behalf of
     * {@link RouterAction.RemoveAddresses}.
     */
    record AddressRemoved(String interfaceName, InetAddress address) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.addressRemoved(this);
        }
    }

    /**
     * Another host has answered for an address on the network of an interface.
     *
     * @param hardware that host's hardware address, in the usual form
     */
    record AddressAnswered(String interfaceName, InetAddress address, String hardware) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.addressAnswered(this);
        }
    }

    /**
     * Someone else removed a tracked route or rule of an instance, and the driver has put it back: that it was gone shows when it can be
     * added.
     */
    record RoutingRestored(InstanceKey instance, RoutingEntry entry) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.routingRestored(this);
        }
    }

    /** A run asked for by {@link RouterAction.RunScript} has ended. */
    record ScriptFinished(String script, ScriptOutcome outcome) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.scriptFinished(this);
        }
    }

    /**
     * What a tracked file, process or BFD session is now; may be told before {@link Started}.
     *
     * @param value the file's number; for the others 1 while up and 0 while down
     */
    record TrackerRead(TrackerKind kind, String name, int value) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.trackerRead(this);
        }
    }

    /**
     * The operator's wishes have changed. Links and source addresses of new instances are told before. The wire templates that the
     * resulting actions need are the new ones, for removed instances the old ones.
     */
    record Reconfigured(RouterSettings settings) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.reconfigured(this);
        }
    }

    /**
     * The process stops: resign, leave, notify. No deadline is left after it.
     *
     * @param keepAddresses leave the virtual addresses where they are ({@code -V})
     */
    record ShutdownRequested(boolean keepAddresses) implements RouterEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.shutdownRequested(this);
        }
    }
}
