package org.lvsdirector.check;

/** What one try of a check does; each kind has a prober in a room of its own. */
public sealed interface Probe permits TcpProbe {

    /** Where to and with which socket options. */
    ConnectOptions connect();

    /** keepalived's word for this kind in configuration and logs, such as {@code TCP_CHECK}. */
    String keyword();

    /** keepalived's words for a try that got through, such as {@code TCP connection}. */
    String reached();

    /** The address asked, for people, such as {@code [10.20.40.11]:tcp:22}. */
    String target();
}
