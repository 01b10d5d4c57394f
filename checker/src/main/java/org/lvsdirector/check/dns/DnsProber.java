package org.lvsdirector.check.dns;

import java.util.random.RandomGenerator;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.KindOfProber;

/** Does the tries of {@code DNS_CHECK}. */
public final class DnsProber extends KindOfProber<DnsProbe> {
    private static final int IDENTIFIERS = 0x10000;

    private final Datagrams datagrams;
    private final RandomGenerator random;

    /** @param random makes the numbers that tie answers to questions */
    public DnsProber(Datagrams datagrams, RandomGenerator random) {
        super(DnsProbe.class);
        this.datagrams = datagrams;
        this.random = random;
    }

    @Override
    protected Try start(CheckSpec spec, DnsProbe probe, int stage, Outcome outcome) {
        DnsQuestion question = new DnsQuestion(random.nextInt(IDENTIFIERS), probe.type(), probe.name());
        return datagrams.start(probe.connect(), question, outcome);
    }
}
