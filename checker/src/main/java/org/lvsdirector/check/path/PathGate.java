package org.lvsdirector.check.path;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DataPath;

/** Knows how a packet of this machine gets onto the way of clients' packets. */
@FunctionalInterface
public interface PathGate {

    /**
     * How to connect.
     *
     * @param straight how the real server itself was asked
     * @param address that one of the service
     * @return null where this machine cannot ask in that way at present, so that nothing can be learned from it
     */
    @Nullable
    ConnectOptions enter(ConnectOptions straight, DataPath path, InetAddress address);
}
