package org.lvsdirector.check.udp;

import java.util.random.RandomGenerator;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.Prober;

/** Does the tries of {@code UDP_CHECK}. */
public final class UdpProber implements Prober {
    private final Datagrams datagrams;
    private final RandomGenerator random;

    /** @param random makes what is sent where nobody says what */
    public UdpProber(Datagrams datagrams, RandomGenerator random) {
        this.datagrams = datagrams;
        this.random = random;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        if (!(spec.probe() instanceof UdpProbe probe)) {
            throw new IllegalArgumentException("not a UDP_CHECK: " + spec);
        }
        return datagrams.start(probe.connect(), new UdpQuestion(probe, random), outcome);
    }
}
