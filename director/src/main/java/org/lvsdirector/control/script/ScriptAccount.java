package org.lvsdirector.control.script;

/**
 * User and group of a script.
 *
 * @param user name or number
 * @param group name or number of its primary group; the user's supplementary groups come with it
 */
public record ScriptAccount(String user, String group) {
    /** The superuser, who needs no change of identity. */
    public static final ScriptAccount ROOT = new ScriptAccount("root", "root");
}
