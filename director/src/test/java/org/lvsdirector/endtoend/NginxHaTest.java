package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** {@code docs/examples/nginx-ha} as it is: the address leaves a machine whose service process is gone, and comes back with it. */
@Tag("netns")
class NginxHaTest {
    private static final String VIP = "172.20.46.222";
    private static final String CONFIGURATION = "/run/keepalived.conf";

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void theAddressFollowsTheService() {
        Lan lan = network.lan("lan");
        Host first = machine(lan, "first", "172.20.46.78/24", "master.conf");
        Host second = machine(lan, "second", "172.20.46.80/24", "backup.conf");
        Running service = startService(first);
        startService(second);
        Director master = Director.start(first, CONFIGURATION);
        Director backup = Director.start(second, CONFIGURATION);
        master.awaitAddress(VIP);
        backup.process().awaitLine("Entering BACKUP STATE", Director.START_LIMIT);
        assertFalse(second.hasAddress(VIP));

        service.close();
        backup.awaitAddress(VIP);
        master.awaitNoAddress(VIP);

        startService(first);
        master.awaitAddress(VIP);
        backup.awaitNoAddress(VIP);
    }

    private Host machine(Lan lan, String name, String address, String example) {
        Host host = network.host(name).plug(lan, "enp0s3", address);
        host.write(CONFIGURATION, Checkout.example("nginx-ha/" + example));
        return host;
    }

    /** The script asks for a process called node, whatever it is. */
    private static Running startService(Host host) {
        host.exec("cp", "/bin/sleep", "/run/node");
        return host.start("/run/node", "100000");
    }
}
