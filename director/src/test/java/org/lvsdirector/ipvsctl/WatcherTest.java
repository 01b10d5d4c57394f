package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.TrafficStats;
import org.lvsdirector.testing.Result;

/** The live table, with a clock that ends after some looks. */
class WatcherTest {
    private static final ServiceKey WEB = new ServiceKey.ByAddress(Protocol.TCP, IpAddresses.parse("1.1.1.1"), 80);

    private final InMemoryIpvs ipvs = new InMemoryIpvs();
    private final Console console = new Console(Personality.IPVSCTL, () -> ipvs);
    private final List<Integer> waits = new ArrayList<>();

    @BeforeEach
    void makeTable() {
        console.runAll("-A -t 1.1.1.1:80\n-a -t 1.1.1.1:80 -r 10.0.0.1\n-a -t 1.1.1.1:80 -r 10.0.0.2\n-A -f 7");
        console.endingAfter(2, waits);
    }

    private void rate(String server, long perSecond, long active) {
        RealServerKey key = new RealServerKey(IpAddresses.parse(server), 80);
        TrafficStats stats = new TrafficStats(0, 0, 0, 0, 0, perSecond, 0, 0, 0, 0);
        ipvs.table()
                .count(
                        WEB,
                        new RealServerEntry(RealServer.of(key, ForwardingMethod.DIRECT_ROUTE, 1), active, 0, 0, stats));
    }

    @Test
    void looksFollowEachOtherWhereThereIsNoTerminal() {
        rate("10.0.0.2", 12, 3);
        String look = """
                Prot LocalAddress:Port                 CPS    InPPS   OutPPS    InBPS   OutBPS   Active Inactive
                TCP  1.1.1.1:80                          0        0        0        0        0        3        0
                  -> 10.0.0.1:80                         0        0        0        0        0        0        0
                  -> 10.0.0.2:80                        12        0        0        0        0        3        0
                FWM  7                                   0        0        0        0        0        0        0
                """;
        assertEquals(look + "\n" + look, console.run("watch -n").orFail().output());
        assertEquals(List.of(2, 2), waits);
    }

    @Test
    void theBusiestStandFirst() {
        rate("10.0.0.1", 1, 9);
        rate("10.0.0.2", 12, 3);
        assertEquals(List.of("10.0.0.2:80", "10.0.0.1:80"), servers("watch -n --sort-by cps"));
        assertEquals(List.of("10.0.0.1:80", "10.0.0.2:80"), servers("watch -n --sort-by active"));
        assertEquals(List.of("10.0.0.2:80"), servers("watch -n -r 10.0.0.2"));
        assertEquals(List.of(), servers("watch -n --protocol fwm --interval 7"));
        assertEquals(7, waits.get(waits.size() - 1));
    }

    private List<String> servers(String line) {
        String output = console.run(line).orFail().output();
        return output.substring(0, output.indexOf("\n\n"))
                .lines()
                .filter(text -> text.startsWith("  -> "))
                .map(text -> text.split(" +", -1)[2])
                .toList();
    }

    @Test
    void aTerminalIsDrawnAnewAsFarAsItFits() {
        console.onTerminal(4, 40);
        String output = console.run("watch -n").orFail().output();
        assertTrue(output.startsWith("\033[2J\033[HProt LocalAddress:Port"), output);
        assertEquals(2, output.split("2 lines more", -1).length - 1, output);
        for (String line : output.split("\n|\033\\[H", -1)) {
            assertTrue(line.replaceAll("\033\\[[0-9]*[A-Z]", "").length() <= 40, line);
        }
    }

    @Test
    void unknownColumnsAreRefused() {
        Result result = console.run("watch --sort-by weight");
        assertEquals(
                "unknown column `weight': name, cps, inpps, outpps, inbps, outbps, active, inactive\n",
                result.errors());
        assertEquals(2, result.exitCode());
        assertEquals(
                "illegal interval specified\n",
                console.run("watch --interval 0").errors());
    }
}
