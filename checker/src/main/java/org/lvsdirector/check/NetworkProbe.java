package org.lvsdirector.check;

/** A probe that asks over the network. */
public sealed interface NetworkProbe extends Probe permits StreamProbe, SmtpProbe, UdpProbe, DnsProbe, PingProbe {

    /** Whom it asks, and how its socket is made. */
    ConnectOptions connect();

    /** What carries it, such as {@code tcp}. */
    String transport();

    @Override
    default long timeoutNanos() {
        return connect().timeoutNanos();
    }

    @Override
    default String target() {
        return connect().target(transport());
    }
}
