package org.lvsdirector.control;

/** The version of this software. */
public final class Version {
    /** As the launcher knows it; {@code development} when started without one. */
    public static final String NUMBER = System.getProperty("lvsdirector.version", "development");

    private Version() {}
}
