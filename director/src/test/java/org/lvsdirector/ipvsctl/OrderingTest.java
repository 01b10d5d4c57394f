package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.Ipvs;

class OrderingTest {
    /** Real servers in the order in which a kernel listed them, the newest first. */
    private static final List<String> SERVERS = List.of(
            "[8001:db8::1]:80",
            "[2001:db8::1]:80",
            "[fd00::1]:80",
            "126.0.0.1:81",
            "126.0.0.1:80",
            "127.0.0.1:81",
            "127.0.0.1:80",
            "128.0.0.1:81",
            "128.0.0.1:80",
            "250.0.0.1:81",
            "250.0.0.1:80",
            "200.0.0.1:81",
            "200.0.0.1:80",
            "130.0.0.1:81",
            "130.0.0.1:80",
            "77.0.0.1:81",
            "77.0.0.1:80",
            "1.0.0.1:81",
            "1.0.0.1:80");

    /** The same ones as ipvsadm 1.31 then sorted them. */
    private static final List<String> AS_IPVSADM = List.of(
            "[2001:db8::1]:80",
            "126.0.0.1:80",
            "126.0.0.1:81",
            "127.0.0.1:80",
            "127.0.0.1:81",
            "128.0.0.1:80",
            "128.0.0.1:81",
            "[8001:db8::1]:80",
            "130.0.0.1:81",
            "200.0.0.1:80",
            "200.0.0.1:81",
            "250.0.0.1:80",
            "250.0.0.1:81",
            "[fd00::1]:80",
            "1.0.0.1:80",
            "1.0.0.1:81",
            "77.0.0.1:80",
            "77.0.0.1:81",
            "130.0.0.1:80");

    @Test
    void oursIsNumeric() {
        assertEquals(
                List.of(
                        "1.0.0.1:80",
                        "1.0.0.1:81",
                        "77.0.0.1:80",
                        "77.0.0.1:81",
                        "126.0.0.1:80",
                        "126.0.0.1:81",
                        "127.0.0.1:80",
                        "127.0.0.1:81",
                        "128.0.0.1:80",
                        "128.0.0.1:81",
                        "130.0.0.1:80",
                        "130.0.0.1:81",
                        "200.0.0.1:80",
                        "200.0.0.1:81",
                        "250.0.0.1:80",
                        "250.0.0.1:81",
                        "[2001:db8::1]:80",
                        "[8001:db8::1]:80",
                        "[fd00::1]:80"),
                listedServers(Personality.IPVSCTL));
    }

    @Test
    void ipvsadmsGoesInCircles() {
        assertEquals(AS_IPVSADM, listedServers(Personality.IPVSADM));
    }

    @Test
    void servicesComeByMarkFamilyProtocolAddressAndPort() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        List<String> services = List.of(
                "-t 1.1.1.200:80",
                "-t 100.1.1.1:80",
                "-t 150.1.1.1:80",
                "-t 150.1.1.1:443",
                "-u 3.3.3.3:80",
                "--sctp-service 2.2.2.2:80",
                "-t [2001:db8::1]:80",
                "-t [8001:db8::1]:80",
                "-t [fd00::1]:80",
                "-u [2001:db8::1]:80",
                "-f 5",
                "-f 5 -6",
                "-f 1000000000",
                "-f 3000000000");
        List<String> shuffled = new ArrayList<>(services);
        Collections.reverse(shuffled);
        shuffled.forEach(service -> console.run("-A " + service).orFail());
        List<String> saved = console.run("-S -n").orFail().output().lines().toList();
        assertEquals(
                services.stream().map(service -> "-A " + service + " -s wlc").toList(), saved);
    }

    private static List<String> listedServers(Personality personality) {
        Ipvs ipvs = new InMemoryIpvs();
        Console console = new Console(personality, () -> ipvs);
        console.runAll("-A -t 1.1.1.1:80");
        List<String> newestLast = new ArrayList<>(SERVERS);
        Collections.reverse(newestLast);
        for (String server : newestLast) {
            String method = server.startsWith("[") ? "-i" : "-m";
            console.run("-a -t 1.1.1.1:80 " + method + " -r " + server).orFail();
        }
        return console.run("-S -n")
                .orFail()
                .output()
                .lines()
                .filter(line -> line.startsWith("-a"))
                .map(line -> line.split(" ", -1)[4])
                .toList();
    }
}
