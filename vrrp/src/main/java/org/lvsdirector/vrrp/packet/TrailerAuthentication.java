package org.lvsdirector.vrrp.packet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an instance signs its advertisements with a trailer, and what it demands of others: {@code auth_hmac} of keepalived 2.4.0. It serves
 * both versions and both families, instead of the {@link Authentication} of version 2.
 *
 * @param keys at least one, each with its own id; others may sign with any of them
 * @param activeKey the id of the one to sign with
 * @param timed whether a signature counts only near the time that it names; if not, it is enough that the numbers of a sender grow
 * @param windowSeconds how far that time may be from ours, 1 to {@value #MOST_WINDOW_SECONDS}
 */
public record TrailerAuthentication(Mode mode, List<Key> keys, int activeKey, boolean timed, int windowSeconds) {
    /** The widest window. */
    public static final int MOST_WINDOW_SECONDS = 300;

    /** What is done while not all routers of a group sign yet. */
    public enum Mode {
        /** Signs, and heeds only what is signed. */
        ENFORCE,
        /** Signs, and heeds what is not signed too. */
        PERMISSIVE,
        /** Does not sign, and heeds both. */
        RECEIVE_ONLY
    }

    /**
     * A shared secret.
     *
     * @param id 1 to 255, the same on all routers
     * @param hex its 32 to 64 bytes as hexadecimal digits
     */
    public record Key(int id, String hex) {
        /** Never shows the secret. */
        @Override
        public String toString() {
            return "key " + id;
        }
    }

    public TrailerAuthentication {
        keys = List.copyOf(keys);
        Set<Integer> ids = new HashSet<>();
        for (Key key : keys) {
            if (key.id() < 1 || key.id() > 255 || !ids.add(key.id())) {
                throw new IllegalArgumentException("key id " + key.id() + " is outside 1 to 255, or used twice");
            }
        }
        if (!ids.contains(activeKey)) {
            throw new IllegalArgumentException("there is no key " + activeKey + " to sign with");
        }
        if (windowSeconds < 1 || windowSeconds > MOST_WINDOW_SECONDS) {
            throw new IllegalArgumentException("window of " + windowSeconds + " seconds");
        }
    }

    /** Whether advertisements are sent with a trailer. */
    public boolean signs() {
        return mode != Mode.RECEIVE_ONLY;
    }

    /** Whether advertisements without a trailer are dropped. */
    public boolean demandsSignature() {
        return mode == Mode.ENFORCE;
    }
}
