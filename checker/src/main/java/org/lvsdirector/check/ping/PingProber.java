package org.lvsdirector.check.ping;

import java.net.Inet4Address;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.Prober;

/** Does the tries of {@code PING_CHECK}. */
public final class PingProber implements Prober {
    private final Datagrams datagrams;
    private final int identifier;
    private short sequence;

    /** @param identifier tells our requests from those of other programs on this machine; 16 bits count */
    public PingProber(Datagrams datagrams, int identifier) {
        this.datagrams = datagrams;
        this.identifier = identifier;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        if (!(spec.probe() instanceof PingProbe probe)) {
            throw new IllegalArgumentException("not a PING_CHECK: " + spec);
        }
        EchoFormat format = probe.connect().address() instanceof Inet4Address ? EchoFormat.IPV4 : EchoFormat.IPV6;
        return datagrams.start(probe.connect(), new EchoQuestion(format, (short) identifier, ++sequence), outcome);
    }
}
