package org.lvsdirector.vrrp.interop;

import java.time.Duration;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Running;

/**
 * FRR's vrrpd, with the zebra that it needs, on a simulated machine (whose /run is its own). It holds virtual addresses on macvlan interfaces
 * with the virtual router's hardware address, which an operator makes beforehand.
 */
final class FrrPeer {
    private static final String FOLDER = "/run/frr";
    private static final String CONFIGURATION = FOLDER + "/vrrpd.conf";

    private final Host host;
    private Running process;

    private FrrPeer(Host host) {
        this.host = host;
        this.process = launch();
    }

    /** Starts it for virtual router 51 on eth0, version 3 with two advertisements a second, for both families. */
    static FrrPeer start(Host host, int priority) {
        makeInterfaces(host);
        host.exec("install", "-d", "-o", "frr", "-g", "frr", FOLDER);
        host.write(FOLDER + "/zebra.conf", "");
        host.write(CONFIGURATION, """
                debug vrrp protocol
                interface eth0
                 vrrp 51 version 3
                 vrrp 51 priority %d
                 vrrp 51 advertisement-interval 500
                 vrrp 51 ip 192.168.1.100
                 vrrp 51 ipv6 fe80::51
                 vrrp 51 ipv6 2001:db8::100
                """.formatted(priority));
        run(host, "zebra", FOLDER + "/zebra.conf");
        Await.until(
                "zebra listens",
                Rig.SOON,
                () -> host.run("test", "-S", FOLDER + "/zserv").exitCode() == 0);
        return new FrrPeer(host);
    }

    private static void makeInterfaces(Host host) {
        host.runWithInput("""
                link add vrrp4 link eth0 address 00:00:5e:00:01:33 type macvlan mode bridge
                address add 192.168.1.100/24 dev vrrp4
                link set vrrp4 up
                link add vrrp6 link eth0 address 00:00:5e:00:02:33 type macvlan mode bridge
                link set vrrp6 addrgenmode none
                address add fe80::51/64 dev vrrp6 nodad
                address add 2001:db8::100/64 dev vrrp6 nodad
                link set vrrp6 up
                """, "ip", "-batch", "-").orFail();
    }

    private Running launch() {
        return run(host, "vrrpd", CONFIGURATION);
    }

    private static Running run(Host host, String daemon, String configuration) {
        return host.start(
                "/usr/lib/frr/" + daemon,
                "-f",
                configuration,
                "-i",
                FOLDER + "/" + daemon + ".pid",
                "-z",
                FOLDER + "/zserv",
                "--vty_socket",
                FOLDER,
                "-P",
                "0",
                "--log",
                "stdout",
                "--log-level",
                "debugging");
    }

    /** How many lines it has written, for {@link #awaitAfter}. */
    int lineCount() {
        return process.lines().size();
    }

    /** Waits for a change of state, such as {@code Backup -> Master}, of one family ({@code IPv4}). */
    void await(String family, String change, Duration limit) {
        awaitAfter(0, family, change, limit);
    }

    /** The same after so many lines. */
    void awaitAfter(int index, String family, String change, Duration limit) {
        process.awaitLineAfter(index, "[" + family + "] " + change, limit);
    }

    String output() {
        return process.output();
    }

    /** Ends it at once: nothing is said, and its interfaces stay as they are. */
    void kill() {
        process.killTree();
    }

    /** Ends it by SIGTERM: it resigns. */
    void stop() {
        process.close();
    }

    void restart() {
        process = launch();
    }
}
