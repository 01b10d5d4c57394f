package org.lvsdirector.ipvsctl.names;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;

/** Looks up the names of hosts and of services, both ways. Asked only where the user wants names or gives one. */
public interface Names {

    /** The first IPv4 address of a host, or null. ipvsadm looks up no others. */
    @Nullable
    InetAddress addressOf(String host);

    /** The name of an address, or null if it has none. */
    @Nullable
    String hostOf(InetAddress address);

    /** The port of a named service such as {@code http}, or -1. */
    int portOf(String service, Protocol protocol);

    /** The name of the service at a port, or null if it has none. */
    @Nullable
    String serviceAt(int port, Protocol protocol);
}
