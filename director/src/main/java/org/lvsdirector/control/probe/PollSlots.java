package org.lvsdirector.control.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Pollable;
import org.lvsdirector.linux.Poller;

/**
 * A poller for a set that changes all the time: places are used again, so that only growth makes a new one. The first place is for what
 * wakes the waiting thread.
 */
final class PollSlots {
    /** The kernel passes over negative descriptors. */
    private static final Pollable NOBODY = () -> -1;

    private static final int FIRST_CAPACITY = 16;

    /** Who waits, and for what. */
    private record Member(LinuxProbeSocket socket, int events) {}

    private final Pollable wakeup;
    private final List<@Nullable Member> members = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private Poller poller;

    PollSlots(Pollable wakeup) {
        this.wakeup = wakeup;
        this.poller = grown();
    }

    /** Waits for any of them to become ready, or for the wake-up. */
    void await() {
        poller.poll(Poller.FOREVER);
    }

    void add(LinuxProbeSocket socket, int events) {
        if (free.isEmpty()) {
            poller = grown();
        }
        int place = free.remove();
        members.set(place, new Member(socket, events));
        poller.replace(1 + place, socket.socket(), events);
    }

    void remove(LinuxProbeSocket socket) {
        for (int place = 0; place < members.size(); place++) {
            Member member = members.get(place);
            if (member != null && member.socket() == socket) {
                clear(place);
            }
        }
    }

    private void clear(int place) {
        members.set(place, null);
        poller.replace(1 + place, NOBODY, 0);
        free.add(place);
    }

    /** Takes out those that the last wait found ready or failed, and hands each on. */
    void takeReady(Consumer<LinuxProbeSocket> sink) {
        for (int place = 0; place < members.size(); place++) {
            Member member = members.get(place);
            if (member != null && (poller.isReadable(1 + place) || poller.isWritable(1 + place))) {
                clear(place);
                sink.accept(member.socket());
            }
        }
    }

    /** Takes out all. */
    void takeAll(Consumer<LinuxProbeSocket> sink) {
        for (int place = 0; place < members.size(); place++) {
            Member member = members.get(place);
            if (member != null) {
                clear(place);
                sink.accept(member.socket());
            }
        }
    }

    /** A poller of twice as many places, those in use where they were. */
    private Poller grown() {
        int before = members.size();
        int capacity = Math.max(FIRST_CAPACITY, 2 * before);
        for (int place = before; place < capacity; place++) {
            members.add(null);
            free.add(place);
        }
        Pollable[] nobody = new Pollable[1 + capacity];
        Arrays.fill(nobody, NOBODY);
        nobody[0] = wakeup;
        Poller larger = new Poller(nobody);
        for (int place = 0; place < before; place++) {
            Member member = members.get(place);
            if (member != null) {
                larger.replace(1 + place, member.socket().socket(), member.events());
            }
        }
        return larger;
    }
}
