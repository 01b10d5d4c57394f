package org.lvsdirector.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * {@code auth_hmac}: advertisements of any version are signed.
 *
 * @param mode whether it signs, and demands signatures
 * @param keys hexadecimal digits of 32 to 64 bytes by id, 1 to 255
 * @param activeKey the id of one of them
 * @param timed {@code anti_replay time}, not {@code monotonic}
 * @param windowSeconds {@code time_window}
 */
public record HmacConfig(Mode mode, Map<Integer, String> keys, int activeKey, boolean timed, int windowSeconds) {
    /** {@code mode}. */
    public enum Mode {
        ENFORCE("enforce"),
        PERMISSIVE("permissive"),
        RECEIVE_ONLY("receive-only");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }
    }

    public HmacConfig {
        keys = Map.copyOf(keys);
    }

    /** Hides the keys: records end up in logs. */
    @Override
    public String toString() {
        return "HmacConfig[" + mode.word() + ", keys " + new TreeMap<>(keys).keySet() + ", active " + activeKey + "]";
    }
}
