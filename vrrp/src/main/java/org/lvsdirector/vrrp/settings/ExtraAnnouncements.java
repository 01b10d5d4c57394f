package org.lvsdirector.vrrp.settings;

/**
 * Announcements of addresses on interfaces that advertisements do not use, where nothing else keeps a switch from forgetting who is there.
 *
 * @param periodNanos time between them; 0 for none
 * @param everywhere also on interfaces that the instance has not made for itself
 */
public record ExtraAnnouncements(long periodNanos, boolean everywhere) {
    /** None. */
    public static final ExtraAnnouncements NONE = new ExtraAnnouncements(0, false);

    public ExtraAnnouncements {
        Ranges.require("period of announcements", periodNanos, 0, Long.MAX_VALUE);
    }
}
