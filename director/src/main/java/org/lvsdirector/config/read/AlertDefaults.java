package org.lvsdirector.config.read;

/**
 * Of what mail is sent unless a block says otherwise.
 *
 * @param vrrp of instances and sync groups
 * @param services of virtual servers
 * @param servers of real servers
 */
record AlertDefaults(boolean vrrp, boolean services, boolean servers) {

    /** Real servers send mail even where nothing says so, as in keepalived. */
    static AlertDefaults of(Block globals) {
        boolean all = globals.bool("smtp_alert", false);
        boolean servers = globals.bool("smtp_alert", true);
        return new AlertDefaults(
                globals.bool("smtp_alert_vrrp", all),
                globals.bool("smtp_alert_checker", all),
                globals.bool("smtp_alert_checker", servers));
    }
}
