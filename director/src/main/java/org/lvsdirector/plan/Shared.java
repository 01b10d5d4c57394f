package org.lvsdirector.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * One object for all that are equal. The same few hundred machines stand behind the thousand services of a large configuration, and what
 * is kept once instead of a hundred thousand times is neither stored, sent nor collected.
 */
public final class Shared<T> {
    private final Map<T, T> known = new HashMap<>();

    /** The first value that was equal to this one. */
    public T of(T value) {
        T first = known.putIfAbsent(value, value);
        return first == null ? value : first;
    }
}
