package org.lvsdirector.check.health;

/** A line for the log, worded as keepalived words it: people and scripts search for these. */
public record HealthMessage(Level level, String text) {

    /** How much it matters. */
    public enum Level {
        INFO,
        NOTICE,
        WARNING
    }

    static HealthMessage info(String text) {
        return new HealthMessage(Level.INFO, text);
    }

    static HealthMessage notice(String text) {
        return new HealthMessage(Level.NOTICE, text);
    }

    static HealthMessage warning(String text) {
        return new HealthMessage(Level.WARNING, text);
    }
}
