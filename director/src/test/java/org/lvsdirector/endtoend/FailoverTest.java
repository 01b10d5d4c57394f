package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** A director and the real keepalived share {@code docs/examples/dr-ftp-rest} and fail over to each other. */
@Tag("netns")
class FailoverTest {
    private static final String VIP = "192.168.100.111";
    private static final String CONFIGURATION = "/run/keepalived.conf";

    @RegisterExtension
    final Network network = Network.perTest();

    private Host master;
    private Host backup;

    @BeforeEach
    void machines() {
        Lan lan = network.lan("lan");
        master = network.host("master").plug(lan, "enp1s0", "192.168.100.244/24");
        master.write(CONFIGURATION, Checkout.example("dr-ftp-rest/master.conf"));
        backup = network.host("backup").plug(lan, "enp1s0", "192.168.100.145/24");
        backup.write(CONFIGURATION, Checkout.example("dr-ftp-rest/backup.conf"));
    }

    @Test
    void directorIsMasterAndKeepalivedItsStandby() {
        Director ours = Director.start(master, CONFIGURATION, "-P");
        ours.awaitAddress(VIP);
        Director theirs = Director.startKeepalived(backup, CONFIGURATION, "-P");
        theirs.process().awaitLine("Entering BACKUP STATE", Director.START_LIMIT);

        ours.kill();
        theirs.awaitAddress(VIP);
        Director again = Director.start(master, CONFIGURATION, "-P");
        theirs.awaitNoAddress(VIP);
        again.awaitAddress(VIP);

        again.stop();
        assertFalse(master.hasAddress(VIP));
        theirs.awaitAddress(VIP);
        theirs.process().awaitLine("Backup received priority 0 advertisement", Director.START_LIMIT);
    }

    @Test
    void keepalivedIsMasterAndTheDirectorItsStandby() {
        Director theirs = Director.startKeepalived(master, CONFIGURATION, "-P");
        theirs.awaitAddress(VIP);
        Director ours = Director.start(backup, CONFIGURATION, "-P");
        ours.process().awaitLine("Entering BACKUP STATE", Director.START_LIMIT);

        theirs.kill();
        ours.awaitAddress(VIP);
        Director again = Director.startKeepalived(master, CONFIGURATION, "-P");
        ours.awaitNoAddress(VIP);
        assertTrue(master.hasAddress(VIP));

        again.stop();
        ours.awaitAddress(VIP);
        ours.process().awaitLine("Backup received priority 0 advertisement", Director.START_LIMIT);
        ours.stop();
        assertFalse(backup.hasAddress(VIP));
    }
}
