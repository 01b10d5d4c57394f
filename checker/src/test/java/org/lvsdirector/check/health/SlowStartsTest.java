package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SlowStartsTest {
    private final SlowStarts slow = new SlowStarts();

    @Test
    void aTenthAfterTheOther() {
        slow.risen("vs", "a", 1000, 100);
        assertEquals(10, slow.weight("vs", "a", 100));
        assertEquals(10, slow.nanosToNext(1000));
        assertEquals(Set.of(), slow.advance(1009));
        assertEquals(Set.of("vs"), slow.advance(1010));
        assertEquals(20, slow.weight("vs", "a", 100));
        assertEquals(Set.of("vs"), slow.advance(1075), "late");
        assertEquals(80, slow.weight("vs", "a", 100));
        assertEquals(5, slow.nanosToNext(1075));
        assertEquals(Set.of("vs"), slow.advance(1090));
        assertEquals(100, slow.weight("vs", "a", 100));
        assertEquals(Long.MAX_VALUE, slow.nanosToNext(1090));
    }

    @Test
    void noWeightIsLostAndNoneIsMade() {
        slow.risen("vs", "a", 0, 100);
        assertEquals(1, slow.weight("vs", "a", 1), "a server in use is in use");
        assertEquals(0, slow.weight("vs", "a", 0));
        assertEquals(6553, slow.weight("vs", "a", 65_535));
        assertEquals(7, slow.weight("vs", "b", 7));
    }

    @Test
    void whatGoesDownOrIsGoneHasNoRamp() {
        slow.risen("vs", "a", 0, 100);
        slow.risen("other", "a", 0, 100);
        slow.risen("vs", "b", 0, 0);
        slow.fallen("vs", "a");
        assertEquals(50, slow.weight("vs", "a", 50));
        assertEquals(50, slow.weight("vs", "b", 50));
        assertEquals(5, slow.weight("other", "a", 50));
        slow.retain(Set.of("vs"));
        assertEquals(50, slow.weight("other", "a", 50));
    }
}
