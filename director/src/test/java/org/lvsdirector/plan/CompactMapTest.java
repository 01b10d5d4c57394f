package org.lvsdirector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactMapTest {

    /** Two thirds of the keys share a hash with another one. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number / 3;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 63, 64, 65, 1000})
    void isTheMapItWasMadeOf(int size) {
        Map<Key, String> source = new LinkedHashMap<>();
        for (int i = size; i > 0; i--) {
            source.put(new Key(i), "value " + i);
        }
        Map<Key, String> copy = CompactMap.copyOf(source);
        assertEquals(source, copy);
        assertEquals(source.hashCode(), copy.hashCode());
        assertEquals(new ArrayList<>(source.keySet()), new ArrayList<>(copy.keySet()));
        assertEquals(new ArrayList<>(source.values()), new ArrayList<>(copy.values()));
        assertEquals(new ArrayList<>(source.entrySet()), new ArrayList<>(copy.entrySet()));
        for (Key key : source.keySet()) {
            assertEquals(source.get(key), copy.get(key));
        }
        assertNull(copy.get(new Key(0)));
        assertFalse(copy.containsKey(new Key(size + 1)));
    }

    @Test
    void doesNotChangeWithItsSource() {
        Map<String, String> source = new LinkedHashMap<>(Map.of("a", "1"));
        Map<String, String> copy = CompactMap.copyOf(source);
        source.put("b", "2");
        assertEquals(Map.of("a", "1"), copy);
        assertThrows(UnsupportedOperationException.class, () -> copy.put("c", "3"));
        assertThrows(UnsupportedOperationException.class, () -> copy.keySet().remove("a"));
        assertThrows(UnsupportedOperationException.class, copy.values()::clear);
    }

    @Test
    void aCopyOfACopyIsTheCopy() {
        Map<String, String> copy = CompactMap.copyOf(Map.of("a", "1"));
        assertSame(copy, CompactMap.copyOf(copy));
    }

    @Test
    void aSetKeepsOrderAndDropsRepetitions() {
        CompactSet<String> set = CompactSet.copyOf(List.of("b", "a", "b"));
        assertEquals(Set.of("a", "b"), set);
        assertEquals(List.of("b", "a"), new ArrayList<>(set));
        assertFalse(set.contains("c"));
    }
}
