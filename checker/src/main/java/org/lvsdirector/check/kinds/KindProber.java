package org.lvsdirector.check.kinds;

import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.http.HttpProber;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.stream.Streams;
import org.lvsdirector.check.tcp.TcpProber;

/** Hands each try to the prober of its kind. */
public final class KindProber implements Prober {
    private final Prober tcp;
    private final Prober http;

    /** @param sockets for all kinds */
    public KindProber(ProbeSockets sockets) {
        Streams streams = new Streams(sockets);
        tcp = new TcpProber(sockets);
        http = new HttpProber(streams);
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
        }
        throw new IllegalArgumentException("no prober for " + probe);
    }
}
