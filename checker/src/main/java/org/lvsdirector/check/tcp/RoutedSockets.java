package org.lvsdirector.check.tcp;

import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.ProbeSockets;

/** Gives each probe the cheapest socket that can do what it asks: the JDK's where that is enough, else a special one. */
public final class RoutedSockets implements ProbeSockets {
    private final ProbeSockets ordinary;
    private final ProbeSockets special;

    /**
     * @param ordinary serves what {@link ConnectOptions#servedByJdk()}
     * @param special serves the rest
     */
    public RoutedSockets(ProbeSockets ordinary, ProbeSockets special) {
        this.ordinary = ordinary;
        this.special = special;
    }

    @Override
    public ProbeSocket connectTcp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        return (options.servedByJdk() ? ordinary : special).connectTcp(options, handler);
    }

    @Override
    public ProbeSocket openUdp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        return (options.servedByJdk() ? ordinary : special).openUdp(options, handler);
    }

    @Override
    public ProbeSocket openIcmp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        return special.openIcmp(options, handler);
    }

    /** Closes both, the special ones first, since they may hand work to the ordinary ones' loop. */
    @Override
    public void close() {
        special.close();
        ordinary.close();
    }
}
