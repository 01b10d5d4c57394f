package org.lvsdirector.check.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlineHeapTest {
    private static final int ROUNDS = Integer.getInteger("lvsdirector.seeds", 20);

    private static final class Item extends DeadlineHeap.Entry {}

    @Test
    void anEmptyHeapHasNoFirst() {
        DeadlineHeap heap = new DeadlineHeap();
        assertNull(heap.first());
        heap.remove(new Item());
        assertNull(heap.first());
    }

    /** Against a list that is searched from end to end. */
    @Test
    void theFirstIsAlwaysTheEarliest() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            DeadlineHeap heap = new DeadlineHeap();
            List<Item> all = new ArrayList<>();
            for (int step = 0; step < 1_000; step++) {
                int choice = random.nextInt(4);
                if (choice < 2 || all.isEmpty()) {
                    Item item = new Item();
                    heap.schedule(item, random.nextInt(200));
                    all.add(item);
                } else if (choice == 2) {
                    heap.schedule(all.get(random.nextInt(all.size())), random.nextInt(200));
                } else {
                    heap.remove(all.remove(random.nextInt(all.size())));
                }
                long expected = all.stream()
                        .min(Comparator.comparingLong(Item::deadlineNanos))
                        .map(Item::deadlineNanos)
                        .orElse(-1L);
                DeadlineHeap.Entry first = heap.first();
                assertEquals(expected, first == null ? -1 : first.deadlineNanos(), "seed " + seed + " step " + step);
            }
        }
    }

    @Test
    void deadlinesMayPassTheEndOfTheClock() {
        DeadlineHeap heap = new DeadlineHeap();
        Item before = new Item();
        Item after = new Item();
        heap.schedule(after, Long.MIN_VALUE + 5);
        heap.schedule(before, Long.MAX_VALUE - 5);
        assertEquals(before, heap.first());
    }
}
