package org.lvsdirector.check.health;

/** How a real server stands in the table. */
public enum Presence {
    /** With its weight. */
    ACTIVE,
    /** With weight 0: it keeps its connections and gets no new ones. */
    INHIBITED,
    /** Not at all. */
    ABSENT
}
