package org.lvsdirector.ipvsctl.arguments;

/** A command line that cannot be carried out. The message is what ipvsadm prints for it. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Exit code for values and combinations that ipvsadm itself rejects. */
    private static final int REJECTED = 2;
    /** Exit code for what popt cannot read. */
    private static final int UNREADABLE = 255;

    private final int exitCode;

    private UsageException(String message, int exitCode) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** A value or a combination of options that is not allowed. */
    public static UsageException rejected(String message) {
        return new UsageException(message, REJECTED);
    }

    /** A word that is no option, or an option without its argument. */
    static UsageException unreadable(String message) {
        return new UsageException(message, UNREADABLE);
    }

    /** A command line that does not begin with a command. */
    public static UsageException notUnderstood(String programName) {
        return unreadable("Try `" + programName + " -h' or '" + programName + " --help' for more information.");
    }

    /** What the program exits with: 2 or 255. */
    public int exitCode() {
        return exitCode;
    }
}
