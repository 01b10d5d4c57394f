package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/**
 * IPVS looks at a packet's mark before its address and port: two rules that mark 9814 and 8000:10000 for FTP take the REST
 * service on 9826 along, which {@code scripts/fwmark} leaves out.
 */
@Tag("lab")
class MarkTrapTest {
    private static final String VIP = "192.168.100.111";
    private static final int REST = 9826;
    private static final int FTP = 9814;
    private static final String REST_SERVICE = "TCP  " + VIP + ":" + REST;
    private static final String FTP_SERVICE = "FWM  300";

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void aMarkedRangeTakesTheTrafficOfAServiceInsideIt() {
        Lan lan = network.lan("lan");
        Host client = network.host("client").plug(lan, "enp1s0", "192.168.100.50/24");
        Host director = network.host("director").plug(lan, "enp1s0", "192.168.100.244/24");
        for (int number = 1; number <= 2; number++) {
            Host real = network.host("real" + number).plug(lan, "enp1s0", "192.168.100.3" + (3 + number) + "/24");
            real.exec(Checkout.script("real-server"), "start", VIP);
            // Nobody speaks FTP here, but the check of the FTP service must find an open port.
            Nginx.start(real, REST, FTP);
        }
        director.write("/run/lvs.conf", Checkout.exampleText("dr-ftp-rest/master.conf"));
        RunningDirector.start(director, "/run/lvs.conf").awaitAddress(VIP);

        mark(director, "9814");
        mark(director, "8000:10000");
        Nginx.awaitAnswer(client, VIP, REST);
        awaitConnections(director, FTP_SERVICE, count -> count > 0);
        assertEquals(0, connections(director, REST_SERVICE));

        director.exec("iptables-legacy", "-t", "mangle", "-F");
        director.exec(
                Checkout.script("fwmark"),
                "start",
                "--vip",
                VIP,
                "--mark",
                "300",
                "--ports",
                "9814,8000:10000",
                "--config",
                "/run/lvs.conf");
        int before = connections(director, FTP_SERVICE);
        Nginx.get(client, VIP, REST).orFail();
        awaitConnections(director, REST_SERVICE, count -> count == 1);
        assertEquals(before, connections(director, FTP_SERVICE));
    }

    /** The kernel brings its statistics up to date every two seconds, all services at once. */
    private static void awaitConnections(Host director, String service, Predicate<Integer> good) {
        Await.value("connections of " + service, Duration.ofSeconds(30), () -> connections(director, service), good);
    }

    private static void mark(Host director, String ports) {
        director.exec(
                "iptables-legacy",
                "-t",
                "mangle",
                "-A",
                "PREROUTING",
                "-p",
                "tcp",
                "-d",
                VIP,
                "--dport",
                ports,
                "-j",
                "MARK",
                "--set-mark",
                "300");
    }

    private static int connections(Host director, String service) {
        return director.exec("ipvsadm", "-Ln", "--stats")
                .lines()
                .filter(line -> line.startsWith(service + " "))
                .mapToInt(line -> Integer.parseInt(
                        line.substring(service.length()).strip().split(" +", 2)[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no service " + service));
    }
}
