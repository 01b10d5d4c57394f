package org.lvsdirector.control.supervise;

/** The two child processes of a director. */
public enum ChildRole {
    /** Owns the virtual IPs; waits for nobody. */
    VRRP("vrrp", "Keepalived_vrrp"),
    /** Owns the checks and the IPVS table. */
    CHECKERS("checkers", "Keepalived_healthcheckers");

    private final String word;
    private final String ident;

    ChildRole(String word, String ident) {
        this.word = word;
        this.ident = ident;
    }

    /** The word in messages, file names and the hidden subcommand. */
    public String word() {
        return word;
    }

    /** The syslog ident: keepalived's own, because operators' filters know it. */
    public String ident() {
        return ident;
    }
}
