package org.lvsdirector.check.dns;

import java.util.random.RandomGenerator;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.Prober;

/** Does the tries of {@code DNS_CHECK}. */
public final class DnsProber implements Prober {
    private static final int IDENTIFIERS = 0x10000;

    private final Datagrams datagrams;
    private final RandomGenerator random;

    /** @param random makes the numbers that tie answers to questions */
    public DnsProber(Datagrams datagrams, RandomGenerator random) {
        this.datagrams = datagrams;
        this.random = random;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        if (!(spec.probe() instanceof DnsProbe probe)) {
            throw new IllegalArgumentException("not a DNS_CHECK: " + spec);
        }
        DnsQuestion question = new DnsQuestion(random.nextInt(IDENTIFIERS), probe.type(), probe.name());
        return datagrams.start(probe.connect(), question, outcome);
    }
}
