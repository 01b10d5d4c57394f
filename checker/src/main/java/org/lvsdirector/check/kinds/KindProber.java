package org.lvsdirector.check.kinds;

import java.util.random.RandomGenerator;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.dns.DnsProber;
import org.lvsdirector.check.http.HttpProber;
import org.lvsdirector.check.misc.MiscProber;
import org.lvsdirector.check.misc.ScriptRunner;
import org.lvsdirector.check.ping.PingProber;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.smtp.SmtpProber;
import org.lvsdirector.check.stream.Streams;
import org.lvsdirector.check.tcp.TcpProber;
import org.lvsdirector.check.udp.UdpProber;

/** Hands each try to the prober of its kind. */
public final class KindProber implements Prober {
    private final Prober tcp;
    private final Prober http;
    private final Prober smtp;
    private final Prober udp;
    private final Prober dns;
    private final Prober ping;
    private final Prober misc;

    /**
     * @param sockets for all kinds
     * @param scripts runs the commands of checks
     * @param random for what should not be guessed, or not be the same as elsewhere
     */
    public KindProber(ProbeSockets sockets, ScriptRunner scripts, RandomGenerator random) {
        Datagrams datagrams = new Datagrams(sockets::openUdp);
        Streams streams = new Streams(sockets);
        tcp = new TcpProber(sockets);
        http = new HttpProber(streams);
        smtp = new SmtpProber(streams);
        udp = new UdpProber(datagrams, random);
        dns = new DnsProber(datagrams, random);
        misc = new MiscProber(scripts);
        ping = new PingProber(new Datagrams(sockets::openIcmp), random.nextInt());
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        return of(spec.probe()).start(spec, stage, outcome);
    }

    private Prober of(Probe probe) {
        if (probe instanceof TcpProbe) {
            return tcp;
        } else if (probe instanceof HttpProbe) {
            return http;
        } else if (probe instanceof SmtpProbe) {
            return smtp;
        } else if (probe instanceof UdpProbe) {
            return udp;
        } else if (probe instanceof DnsProbe) {
            return dns;
        } else if (probe instanceof PingProbe) {
            return ping;
        } else if (probe instanceof MiscProbe) {
            return misc;
        }
        throw new IllegalArgumentException("no prober for " + probe);
    }
}
