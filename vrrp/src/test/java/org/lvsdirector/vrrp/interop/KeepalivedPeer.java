package org.lvsdirector.vrrp.interop;

import java.time.Duration;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Running;

/** The real keepalived, running on a simulated machine (whose /run is its own). */
final class KeepalivedPeer {
    private final Host host;
    private Running process;

    private KeepalivedPeer(Host host) {
        this.host = host;
        this.process = launch();
    }

    /** Starts it with the given body of its only instance, on interface eth0 with virtual router id 51. */
    static KeepalivedPeer start(Host host, String instanceBody) {
        return startInstance(host, """
                advert_int 1
                virtual_ipaddress {
                    192.168.1.100
                }
                """ + instanceBody);
    }

    /** The same without an interval and a virtual address. */
    static KeepalivedPeer startInstance(Host host, String instanceBody) {
        host.write(Keepalived.CONFIGURATION, """
                global_defs {
                    vrrp_garp_master_delay 1
                }
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                %s
                }
                """.formatted(instanceBody));
        return new KeepalivedPeer(host);
    }

    private Running launch() {
        return Keepalived.start(host);
    }

    void awaitLine(String fragment, Duration limit) {
        process.awaitLine(fragment, limit);
    }

    /** How many lines it has written, for {@link #awaitLineAfter}. */
    int lineCount() {
        return process.lines().size();
    }

    void awaitLineAfter(int index, String fragment, Duration limit) {
        process.awaitLineAfter(index, fragment, limit);
    }

    String output() {
        return process.output();
    }

    /** Ends it at once; its addresses stay on the machine. */
    void kill() {
        process.killTree();
    }

    void restart() {
        process = launch();
    }
}
