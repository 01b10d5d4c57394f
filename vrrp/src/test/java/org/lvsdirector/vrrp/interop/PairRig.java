package org.lvsdirector.vrrp.interop;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** Two machines on one network, anew for each test: one for our driver, the higher address for who is there beside it. */
abstract class PairRig {
    static final String OUR_ADDRESS = "192.168.1.11";
    static final String THEIR_ADDRESS = "192.168.1.12";

    @RegisterExtension
    final Network network = Network.perTest();

    Lan lan;
    Host ours;
    Host theirs;

    @BeforeEach
    void makeMachines() {
        lan = network.lan("vl-lan");
        ours = network.host("vl-ours").plug(lan, "eth0", OUR_ADDRESS + "/24");
        theirs = network.host("vl-theirs").plug(lan, "eth0", THEIR_ADDRESS + "/24");
    }
}
