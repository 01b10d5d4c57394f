package org.lvsdirector.check.kinds;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.dns.DnsProber;
import org.lvsdirector.check.http.HttpProber;
import org.lvsdirector.check.misc.MiscProber;
import org.lvsdirector.check.misc.ScriptRunner;
import org.lvsdirector.check.ping.PingProber;
import org.lvsdirector.check.schedule.KindOfProber;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.smtp.SmtpProber;
import org.lvsdirector.check.stream.Streams;
import org.lvsdirector.check.tcp.TcpProber;
import org.lvsdirector.check.told.BfdProber;
import org.lvsdirector.check.told.FileProber;
import org.lvsdirector.check.told.Tidings;
import org.lvsdirector.check.udp.UdpProber;

/** Hands each try to the prober of its kind. */
public final class KindProber implements Prober {
    private final Map<Class<? extends Probe>, Prober> probers;

    /**
     * @param sockets for all kinds
     * @param scripts runs the commands of checks
     * @param tidings what is told of files and sessions
     * @param random for what should not be guessed, or not be the same as elsewhere
     */
    public KindProber(ProbeSockets sockets, ScriptRunner scripts, Tidings tidings, RandomGenerator random) {
        Datagrams datagrams = new Datagrams(sockets::openUdp);
        Streams streams = new Streams(sockets);
        probers = Stream.<KindOfProber<?>>of(
                        new TcpProber(sockets),
                        new HttpProber(streams),
                        new SmtpProber(streams),
                        new UdpProber(datagrams, random),
                        new DnsProber(datagrams, random),
                        new MiscProber(scripts),
                        new FileProber(tidings),
                        new BfdProber(tidings),
                        new PingProber(new Datagrams(sockets::openIcmp), random.nextInt()))
                .collect(Collectors.toMap(KindOfProber::kind, prober -> prober));
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        Prober prober = probers.get(spec.probe().getClass());
        if (prober == null) {
            throw new IllegalArgumentException("no prober for " + spec.probe());
        }
        return prober.start(spec, stage, outcome);
    }
}
