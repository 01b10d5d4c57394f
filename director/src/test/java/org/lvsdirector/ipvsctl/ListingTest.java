package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Listings as ipvsadm 1.31 printed them for the same table; the end of a line with blanks is marked by a bar. */
class ListingTest {
    private static final ServiceKey WEB = new ServiceKey.ByAddress(Protocol.TCP, IpAddresses.parse("1.1.1.1"), 80);

    private final InMemoryIpvs ipvs = new InMemoryIpvs();
    private final Console console = new Console(Personality.IPVSCTL, () -> ipvs);

    @BeforeEach
    void makeTable() {
        console.runAll("""
                -A -t 1.1.1.1:80
                -a -t 1.1.1.1:80 -r 10.0.0.10 -w 0 -x 20 -y 10
                -a -t 1.1.1.1:80 -r 10.0.0.3:81 -m
                -a -t 1.1.1.1:80 -r 10.0.0.4:81 -i
                -a -t 1.1.1.1:80 -r 10.0.0.5 -i --tun-type gue --tun-port 5555
                -a -t 1.1.1.1:80 -r 10.0.0.7 -i --tun-type gue --tun-port 5555 --tun-remcsum
                -a -t 1.1.1.1:80 -r 10.0.0.8 -i --tun-type gre --tun-csum
                -a -t 1.1.1.1:80 -r 10.0.0.9 -w 65536""");
    }

    @Test
    void showsTheConfiguration() {
        assertListed("-Ln", """
                Prot LocalAddress:Port Scheduler Flags
                  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
                TCP  1.1.1.1:80 wlc
                  -> 10.0.0.3:81                  Masq    1      0          0         |
                  -> 10.0.0.4:80                  Tunnel  1      0          0         |
                  -> 10.0.0.5:80                  Tunnel  1      0          0         |
                  -> 10.0.0.7:80                  Tunnel  1      0          0         |
                  -> 10.0.0.8:80                  Tunnel  1      0          0         |
                  -> 10.0.0.9:80                  Route   65536  0          0         |
                  -> 10.0.0.10:80                 Route   0      0          0         |
                """);
    }

    @Test
    void showsTunnels() {
        assertListed("-Ln --tun-info", """
                Prot LocalAddress:Port Scheduler Flags
                  -> RemoteAddress:Port           Forward TunnelInfo    Weight ActiveConn InActConn
                TCP  1.1.1.1:80 wlc
                  -> 10.0.0.3:81                  Masq    n/a           1      0          0         |
                  -> 10.0.0.4:80                  Tunnel  ipip          1      0          0         |
                  -> 10.0.0.5:80                  Tunnel  gue:5555:-c   1      0          0         |
                  -> 10.0.0.7:80                  Tunnel  gue:5555:r+c  1      0          0         |
                  -> 10.0.0.8:80                  Tunnel  gre:+c        1      0          0         |
                  -> 10.0.0.9:80                  Route   n/a           65536  0          0         |
                  -> 10.0.0.10:80                 Route   n/a           0      0          0         |
                """);
    }

    @Test
    void showsThresholds() {
        console.runAll("-d -t 1.1.1.1:80 -r 10.0.0.3:81");
        assertListed("-L -t 1.1.1.1:80 -n --thresholds", """
                Prot LocalAddress:Port            Uthreshold Lthreshold ActiveConn InActConn |
                  -> RemoteAddress:Port
                TCP  1.1.1.1:80 wlc
                  -> 10.0.0.4:80                  0          0          0          0         |
                  -> 10.0.0.5:80                  0          0          0          0         |
                  -> 10.0.0.7:80                  0          0          0          0         |
                  -> 10.0.0.8:80                  0          0          0          0         |
                  -> 10.0.0.9:80                  0          0          0          0         |
                  -> 10.0.0.10:80                 20         10         0          0         |
                """);
    }

    @Test
    void showsCounters() {
        keepOneServer();
        count(new TrafficStats(7, 99_999_999, 100_000_000, 1_234_567_890_123L, 123_456_789_012_345L, 1, 2, 3, 4, 5));
        assertListed("-L -t 1.1.1.1:80 -n --stats", """
                Prot LocalAddress:Port               Conns   InPkts  OutPkts  InBytes OutBytes
                  -> RemoteAddress:Port
                TCP  1.1.1.1:80                          7 99999999  100000K    1234G     123T
                  -> 10.0.0.9:80                         7 99999999  100000K    1234G     123T
                """);
        assertListed("-L -t 1.1.1.1:80 -n --stats --exact", """
                Prot LocalAddress:Port               Conns   InPkts  OutPkts  InBytes OutBytes
                  -> RemoteAddress:Port
                TCP  1.1.1.1:80                          7 99999999 100000000 1234567890123 123456789012345
                  -> 10.0.0.9:80                         7 99999999 100000000 1234567890123 123456789012345
                """);
    }

    @Test
    void showsRatesWhichAreCutForServicesAlone() {
        keepOneServer();
        count(new TrafficStats(0, 0, 0, 0, 0, 123_456_789, 2, 3, 4_000_000_000L, 5));
        assertListed("-L -t 1.1.1.1:80 -n --rate", """
                Prot LocalAddress:Port                 CPS    InPPS   OutPPS    InBPS   OutBPS
                  -> RemoteAddress:Port
                TCP  1.1.1.1:80                    123456K        2        3    4000M        5
                  -> 10.0.0.9:80                  123456789        2        3    4000M        5
                """);
    }

    @Test
    void showsConnections() {
        keepOneServer();
        ipvs.table().count(WEB, new RealServerEntry(server(), 12, 3_000_000_000L, 5, TrafficStats.ZERO));
        assertListed("-L -t 1.1.1.1:80 -n --persistent-conn", """
                Prot LocalAddress:Port            Weight    PersistConn ActiveConn InActConn |
                  -> RemoteAddress:Port
                TCP  1.1.1.1:80 wlc
                  -> 10.0.0.9:80                  65536     5           12         3000000000|
                """);
    }

    @Test
    void showsNamesWithoutN() {
        console.runAll(
                "-C\n-A -t localhost:http -p 20 -M 255.255.0.0\n-A -f 300 -s sh -b sh-port,sh-fallback\n-A -u 1.1.1.1:5 -o");
        assertListed("", """
                IP Virtual Server version 1.2.1 (size=4096)
                Prot LocalAddress:Port Scheduler Flags
                  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
                TCP  localhost:http wlc persistent 20 mask 255.255.0.0
                UDP  1.1.1.1:5 wlc ops
                FWM  300 sh (sh-fallback,sh-port)
                """);
    }

    @Test
    void showsTimeoutsAndDaemons() {
        console.runAll(
                "--set 900 120 300\n--start-daemon master --mcast-interface d0 --syncid 3 --mcast-ttl 5 --mcast-port 99"
                        + " --sync-maxlen 1000 --mcast-group 224.0.0.99");
        assertListed("-L --timeout", "Timeout (tcp tcpfin udp): 900 120 300\n");
        assertListed(
                "-L --daemon",
                "master sync daemon (mcast=d0, syncid=3, maxlen=1000, group=224.0.0.99, port=99, ttl=5)\n");
    }

    @Test
    void ipvsadmCutsCountersOfRealServersAlone() {
        keepOneServer();
        long wide = (1L << 32) + 7;
        count(new TrafficStats(wide, wide, wide, wide, wide, wide, wide, wide, wide, wide));
        Console ipvsadm = new Console(Personality.IPVSADM, () -> ipvs);
        List<String> counters =
                ipvsadm.run("-Ln --stats --exact").output().lines().toList();
        assertEquals(
                "TCP  1.1.1.1:80                   4294967303 4294967303 4294967303 4294967303 4294967303",
                counters.get(3));
        assertEquals(
                "  -> 10.0.0.9:80                         7        7        7 4294967303 4294967303", counters.get(4));
        List<String> rates = ipvsadm.run("-Ln --rate --exact").output().lines().toList();
        assertEquals(
                "TCP  1.1.1.1:80                   4294967303 4294967303 4294967303 4294967303 4294967303",
                rates.get(3));
        assertEquals("  -> 10.0.0.9:80                         7        7        7        7        7", rates.get(4));
    }

    @Test
    void ipvsadmHidesTheThirdFlagOfHashingSchedulers() {
        console.runAll("-C\n-A -f 1 -s sh -b flag-3\n-A -f 2 -s mh -b flag-3,mh-port\n-A -f 3 -s rr -b flag-3");
        Console ipvsadm = new Console(Personality.IPVSADM, () -> ipvs);
        assertEquals(
                List.of("FWM  1 sh ()", "FWM  2 mh (mh-port)", "FWM  3 rr (flag-3)"),
                ipvsadm.run("-Ln").output().lines().skip(3).toList());
        assertEquals(
                List.of("-A -f 1 -s sh -b ", "-A -f 2 -s mh -b mh-port", "-A -f 3 -s rr -b flag-3"),
                ipvsadm.run("-S -n").output().lines().toList());
        assertEquals(
                List.of("FWM  1 sh (flag-3)", "FWM  2 mh (mh-port,flag-3)", "FWM  3 rr (flag-3)"),
                console.run("-Ln").output().lines().skip(3).toList());
    }

    private void keepOneServer() {
        console.runAll("-C\n-A -t 1.1.1.1:80\n-a -t 1.1.1.1:80 -r 10.0.0.9 -w 65536");
    }

    private void count(TrafficStats stats) {
        ipvs.table().count(WEB, stats);
        ipvs.table().count(WEB, new RealServerEntry(server(), 0, 0, 0, stats));
    }

    private static RealServer server() {
        RealServerKey key = new RealServerKey(IpAddresses.parse("10.0.0.9"), 80);
        return RealServer.of(key, ForwardingMethod.DIRECT_ROUTE, 65536);
    }

    private void assertListed(String line, String expected) {
        String listed = console.run(line).orFail().output();
        String body =
                line.equals("-Ln") || line.startsWith("-Ln ") ? listed.substring(listed.indexOf('\n') + 1) : listed;
        assertEquals(expected.replace("|\n", "\n"), body);
    }
}
