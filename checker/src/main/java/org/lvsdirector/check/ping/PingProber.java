package org.lvsdirector.check.ping;

import java.net.Inet4Address;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.KindOfProber;

/** Does the tries of {@code PING_CHECK}. */
public final class PingProber extends KindOfProber<PingProbe> {
    private final Datagrams datagrams;
    private final int identifier;
    private short sequence;

    /** @param identifier tells our requests from those of other programs on this machine; 16 bits count */
    public PingProber(Datagrams datagrams, int identifier) {
        super(PingProbe.class);
        this.datagrams = datagrams;
        this.identifier = identifier;
    }

    @Override
    protected Try start(CheckSpec spec, PingProbe probe, int stage, Outcome outcome) {
        EchoFormat format = probe.connect().address() instanceof Inet4Address ? EchoFormat.IPV4 : EchoFormat.IPV6;
        return datagrams.start(probe.connect(), new EchoQuestion(format, (short) identifier, ++sequence), outcome);
    }
}
