package org.lvsdirector.check.schedule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of deadlines in which an entry knows its place, so that moving or removing one costs a logarithm and leaves no garbage.
 */
final class DeadlineHeap {
    private @Nullable Entry[] entries = new Entry[64];
    private int size;

    /** Something with a deadline; in at most one heap. */
    abstract static class Entry {
        private long deadlineNanos;
        private int place = -1;

        final long deadlineNanos() {
            return deadlineNanos;
        }
    }

    /** Sets when an entry is due, putting it in if need be. */
    void schedule(Entry entry, long deadlineNanos) {
        entry.deadlineNanos = deadlineNanos;
        if (entry.place < 0) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            put(entry, size++);
        }
        settle(entry);
    }

    /** Takes an entry out, if it is in. */
    void remove(Entry entry) {
        int hole = entry.place;
        if (hole < 0) {
            return;
        }
        entry.place = -1;
        Entry last = at(--size);
        entries[size] = null;
        if (last != entry) {
            put(last, hole);
            settle(last);
        }
    }

    /** The entry that is due first, or null. */
    @Nullable
    Entry first() {
        return entries[0];
    }

    private void settle(Entry entry) {
        siftUp(entry);
        siftDown(entry);
    }

    private void siftUp(Entry entry) {
        while (entry.place > 0) {
            Entry parent = at((entry.place - 1) / 2);
            if (!isBefore(entry, parent)) {
                return;
            }
            swap(entry, parent);
        }
    }

    private void siftDown(Entry entry) {
        while (2 * entry.place + 1 < size) {
            Entry child = at(2 * entry.place + 1);
            if (2 * entry.place + 2 < size && isBefore(at(2 * entry.place + 2), child)) {
                child = at(2 * entry.place + 2);
            }
            if (!isBefore(child, entry)) {
                return;
            }
            swap(entry, child);
        }
    }

    /** By difference, since the monotonic clock may wrap. */
    private static boolean isBefore(Entry one, Entry other) {
        return one.deadlineNanos - other.deadlineNanos < 0;
    }

    private void swap(Entry one, Entry other) {
        int place = one.place;
        put(one, other.place);
        put(other, place);
    }

    private void put(Entry entry, int place) {
        entries[place] = entry;
        entry.place = place;
    }

    private Entry at(int place) {
        Entry entry = entries[place];
        if (entry == null) {
            throw new IllegalStateException("no entry at " + place + " of " + size);
        }
        return entry;
    }
}
