package org.lvsdirector.ipvsctl;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;

/** A machine for the tests of one class, with an interface that is up: IPVS asks for a route to each real server. */
final class RoutedHost implements AfterAllCallback {
    private final Network network = Network.perClass();
    private final Host host = network.host("director");

    RoutedHost() {
        host.run("ip", "link", "add", "d0", "up", "type", "dummy").orFail();
    }

    Host host() {
        return host;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        network.close();
    }
}
