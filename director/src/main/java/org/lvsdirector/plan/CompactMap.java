package org.lvsdirector.plan;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An immutable map that keeps the order in which it was filled, in less than half the memory of a {@code LinkedHashMap}. */
public final class CompactMap<K, V> extends AbstractMap<K, V> {
    private final CompactSet<K> keys;
    /** In the order of the keys. */
    private final V[] values;

    @SuppressWarnings("unchecked")
    private CompactMap(Map<K, V> source) {
        keys = CompactSet.copyOf(source.keySet());
        values = (V[]) source.values().toArray();
    }

    /** A map with the same entries in the same order; the map itself if it is one of these. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> source) {
        return source instanceof CompactMap ? source : new CompactMap<>(source);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int position = keys.positionOf(key);
        return position < 0 ? null : values[position];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return keys.contains(key);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Set<K> keySet() {
        return keys;
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return Arrays.asList(values).iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return IntStream.range(0, values.length)
                        .mapToObj(position -> Map.entry(keys.at(position), values[position]))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
