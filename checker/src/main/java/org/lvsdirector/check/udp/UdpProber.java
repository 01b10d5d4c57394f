package org.lvsdirector.check.udp;

import java.util.random.RandomGenerator;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.KindOfProber;

/** Does the tries of {@code UDP_CHECK}. */
public final class UdpProber extends KindOfProber<UdpProbe> {
    private final Datagrams datagrams;
    private final RandomGenerator random;

    /** @param random makes what is sent where nobody says what */
    public UdpProber(Datagrams datagrams, RandomGenerator random) {
        super(UdpProbe.class);
        this.datagrams = datagrams;
        this.random = random;
    }

    @Override
    protected Try start(CheckSpec spec, UdpProbe probe, int stage, Outcome outcome) {
        return datagrams.start(probe.connect(), new UdpQuestion(probe, random), outcome);
    }
}
