package org.lvsdirector.plan;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set that keeps the order in which it was filled, in a third of the memory of a {@code LinkedHashSet}: the elements side by
 * side, and an index of their positions. Tables of a hundred thousand real servers are most of the checkers process.
 */
final class CompactSet<E> extends AbstractSet<E> {
    private static final int FEWEST_SLOTS = 4;

    private final E[] elements;
    /** One more than the position of an element, or 0. A power of two of them, of which at most half are taken. */
    private final int[] slots;

    @SuppressWarnings("unchecked")
    private CompactSet(Set<? extends E> source) {
        elements = (E[]) source.toArray();
        slots = new int[Math.max(FEWEST_SLOTS, Integer.highestOneBit(2 * elements.length - 1) << 1)];
        for (int position = 0; position < elements.length; position++) {
            slots[slotOf(elements[position])] = position + 1;
        }
    }

    /** A set of the same elements in the same order; the collection itself if it is one of these. */
    static <E> CompactSet<E> copyOf(Collection<E> source) {
        if (source instanceof CompactSet<E> same) {
            return same;
        }
        return new CompactSet<>(source instanceof Set<E> set ? set : new LinkedHashSet<>(source));
    }

    /** The slot that holds an element, or the free one where it would be. */
    private int slotOf(@Nullable Object element) {
        int hash = element == null ? 0 : element.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] != 0 && !elements[slots[slot] - 1].equals(element)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** The position of an element, -1 if it is none. */
    int positionOf(@Nullable Object element) {
        return slots[slotOf(element)] - 1;
    }

    E at(int position) {
        return elements[position];
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return positionOf(element) >= 0;
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public Iterator<E> iterator() {
        return Arrays.asList(elements).iterator();
    }
}
