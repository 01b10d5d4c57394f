package org.lvsdirector.control.firewall;

import java.net.Inet6Address;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** What differs between iptables and ip6tables. */
enum XtFamily {
    IPV4("iptables", 32),
    IPV6("ip6tables", 128);

    private final String program;
    private final int wholeAddress;

    XtFamily(String program, int wholeAddress) {
        this.program = program;
        this.wholeAddress = wholeAddress;
    }

    /** How the names of its programs begin. */
    String program() {
        return program;
    }

    boolean has(Unaccepted address) {
        return address.address() instanceof Inet6Address == (this == IPV6);
    }

    /** One address as rules name it. */
    String text(Unaccepted address) {
        String text = address.address().getHostAddress();
        int scope = text.indexOf('%');
        return (scope < 0 ? text : text.substring(0, scope)) + "/" + wholeAddress;
    }
}
