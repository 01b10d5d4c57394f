package org.lvsdirector.vrrp.runtime;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.VrrpRouter;
import org.lvsdirector.vrrp.settings.GarpGroup;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * Announcements that wait for their turn: on one interface, two gratuitous ARP packets are {@code garp_interval} apart and two neighbour
 * advertisements {@code gna_interval}, and nobody sleeps for it; interfaces of a {@code garp_group} share its pace. With an interval of 0 everything is due at once. What waits has a bound:
 * occasions may come faster than the interval lets packets go, and anyone on the network can make them come.
 */
final class AnnouncementQueue {
    private static final long NOT_YET_SENT = Long.MIN_VALUE;

    /** One packet to be sent. */
    record Announcement(InstanceKey instance, String interfaceName, InetAddress address) {
        private Kind kind() {
            return address instanceof Inet4Address ? Kind.GARP : Kind.NEIGHBOR_ADVERTISEMENT;
        }

        /** What keepalived logs for each packet. */
        String text() {
            return "Sending " + kind().words + " on " + interfaceName + " for " + address.getHostAddress();
        }
    }

    /** What sends; it deals with its own failures. */
    interface Sender {
        void send(Announcement announcement);
    }

    private enum Kind {
        GARP("gratuitous ARP"),
        NEIGHBOR_ADVERTISEMENT("unsolicited Neighbour Advert");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** What keeps one pace: an interface, or those of a group, which then has no name. */
    private record Channel(String interfaceName, @Nullable GarpGroup group) {}

    private record Lane(Channel channel, Kind kind) {}

    /** Packets of one kind for one interface, in order. */
    private static final class Line {
        private final Queue<Announcement> waiting = new ArrayDeque<>();
        /** How often each of them waits. */
        private final Map<Announcement, Integer> counts = new HashMap<>();

        private long lastSentNanos = NOT_YET_SENT;

        private void add(Announcement announcement, int most) {
            int count = counts.getOrDefault(announcement, 0);
            if (count < most) {
                counts.put(announcement, count + 1);
                waiting.add(announcement);
            }
        }

        private void sent(Announcement first, long nowNanos) {
            waiting.remove();
            counts.computeIfPresent(first, (same, count) -> count == 1 ? null : count - 1);
            lastSentNanos = nowNanos;
        }

        private void cancel(InstanceKey instance) {
            waiting.removeIf(announcement -> announcement.instance().equals(instance));
            counts.keySet().removeIf(announcement -> announcement.instance().equals(instance));
        }

        private long dueNanos(long intervalNanos) {
            if (waiting.isEmpty()) {
                return VrrpRouter.NEVER;
            }
            return lastSentNanos == NOT_YET_SENT ? NOT_YET_SENT : lastSentNanos + intervalNanos;
        }

        private boolean isForgettable(long nowNanos, long intervalNanos) {
            return lastSentNanos == NOT_YET_SENT || nowNanos - lastSentNanos >= intervalNanos;
        }
    }

    private final Map<Lane, Line> lines = new HashMap<>();
    private final Map<String, GarpGroup> groupOf = new HashMap<>();
    private long garpIntervalNanos;
    private long gnaIntervalNanos;

    /** Takes the pace from settings. */
    void setPace(RouterSettings settings) {
        setIntervals(settings.garpIntervalNanos(), settings.gnaIntervalNanos());
        groupOf.clear();
        for (GarpGroup group : settings.garpGroups()) {
            group.interfaces().forEach(name -> groupOf.put(name, group));
        }
    }

    void setIntervals(long garpNanos, long gnaNanos) {
        garpIntervalNanos = garpNanos;
        gnaIntervalNanos = gnaNanos;
    }

    /**
     * Adds one packet, unless as many as one occasion asks for wait already.
     *
     * @param most how many equal packets one occasion asks for
     */
    void add(Announcement announcement, int most) {
        GarpGroup group = groupOf.get(announcement.interfaceName());
        Channel channel = new Channel(group == null ? announcement.interfaceName() : "", group);
        Lane lane = new Lane(channel, announcement.kind());
        lines.computeIfAbsent(lane, absent -> new Line()).add(announcement, most);
    }

    /** Forgets what an instance still has to say. */
    void cancel(InstanceKey instance) {
        lines.values().forEach(line -> line.cancel(instance));
    }

    /** When the next packet is due, possibly in the past, or {@link VrrpRouter#NEVER}. */
    long nextDueNanos() {
        if (lines.isEmpty()) {
            return VrrpRouter.NEVER;
        }
        long next = VrrpRouter.NEVER;
        for (Map.Entry<Lane, Line> entry : lines.entrySet()) {
            next = Math.min(next, entry.getValue().dueNanos(interval(entry.getKey())));
        }
        return next;
    }

    /** Sends what is due, and forgets interfaces that have neither packets waiting nor a spacing to keep. */
    void sendDue(long nowNanos, Sender sender) {
        if (lines.isEmpty()) {
            return; // as nearly always: not even an iterator
        }
        Iterator<Map.Entry<Lane, Line>> entries = lines.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Lane, Line> entry = entries.next();
            Line line = entry.getValue();
            long interval = interval(entry.getKey());
            Announcement next = line.waiting.peek();
            while (next != null && line.dueNanos(interval) <= nowNanos) {
                line.sent(next, nowNanos);
                sender.send(next);
                next = line.waiting.peek();
            }
            if (next == null && line.isForgettable(nowNanos, interval)) {
                entries.remove();
            }
        }
    }

    private long interval(Lane lane) {
        GarpGroup group = lane.channel().group();
        if (group != null) {
            return lane.kind() == Kind.GARP ? group.garpIntervalNanos() : group.gnaIntervalNanos();
        }
        return lane.kind() == Kind.GARP ? garpIntervalNanos : gnaIntervalNanos;
    }
}
