package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.QuorumConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;

class VirtualServerReaderTest {
    private static final String MEMBER = "real_server 10.0.0.2 80 { }";

    private static List<String> problems(String lines) {
        return Reading.problems(Reading.serverText("10.0.0.1 80", lines + "\n" + MEMBER));
    }

    private static VirtualServerConfig server(String lines) {
        return Reading.server(lines + "\n" + MEMBER);
    }

    private static List<ServiceKey> keys(String opener) {
        return Reading.accepted(Reading.serverText(opener, MEMBER))
                .virtualServers()
                .get(0)
                .services();
    }

    @Test
    void defaultsAreKeepaliveds() {
        VirtualServerConfig server = Reading.accepted("virtual_server 10.0.0.1 80 {\n" + MEMBER + "\n}\n")
                .virtualServers()
                .get(0);
        assertEquals("10.0.0.1 80", server.label());
        InetAddress address = Objects.requireNonNull(Addresses.parse("10.0.0.1"));
        assertEquals(List.of(new ServiceKey.ByAddress(Protocol.UDP, address, 80)), server.services());
        assertEquals("wlc", server.scheduler());
        assertEquals(Set.of(), server.flags());
        assertNull(server.persistence());
        assertNull(server.sorryServer());
        assertEquals(new QuorumConfig(1, 0, null, null, false), server.quorum());
        assertEquals(
                new Forwarding(ForwardingMethod.MASQUERADE, Tunnel.IPIP),
                server.realServers().get(0).forwarding());
        assertEquals(
                List.of(
                        "1:1 warning: virtual_server 10.0.0.1 80 names no protocol: UDP is used",
                        "1:1 warning: virtual_server 10.0.0.1 80 names no forwarding method: NAT is used",
                        "1:1 warning: virtual_server 10.0.0.1 80 names no scheduler: wlc is used"),
                Reading.problems("virtual_server 10.0.0.1 80 {\n" + MEMBER + "\n}\n"));
    }

    @Test
    void aMarkTakesTheFamilyOfItsRealServers() {
        assertEquals(List.of(new ServiceKey.ByFwmark(300, AddressFamily.IPV4)), keys("fwmark 300"));
        String ipv6 = "virtual_server fwmark 4294967295 {\nlb_algo rr\nlvs_method NAT\nreal_server fe80::1 { }\n}\n";
        assertEquals(
                List.of(new ServiceKey.ByFwmark(4294967295L, AddressFamily.IPV6)),
                Reading.accepted(ipv6).virtualServers().get(0).services());
        String tunnels =
                "virtual_server fwmark 1 {\nlb_algo rr\nlvs_method TUN\nip_family inet\nreal_server fe80::1 { }\n}\n";
        assertEquals(
                List.of(new ServiceKey.ByFwmark(1, AddressFamily.IPV4)),
                Reading.accepted(tunnels).virtualServers().get(0).services());
    }

    @Test
    void aMarkCoversAllProtocolsAndPorts() {
        assertEquals(
                List.of(
                        "4:1 warning: a firewall mark covers all protocols, so 'TCP' has no effect",
                        "5:1 warning: only NAT can change the port of marked packets: port 80 serves the checks alone"),
                Reading.problems(
                        Reading.serverText("fwmark 3", MEMBER).replaceAll("(lb_kind|lvs_method) NAT", "$1 DR")));
        assertEquals(
                List.of("4:1 warning: a firewall mark covers all protocols, so 'TCP' has no effect"),
                Reading.problems(Reading.serverText("fwmark 3", MEMBER)));
    }

    @Test
    void noPortMeansPersistence() {
        VirtualServerConfig server = Reading.accepted(Reading.serverText("10.0.0.1", MEMBER))
                .virtualServers()
                .get(0);
        assertEquals(new Persistence(360, 32, null), server.persistence());
        assertEquals(
                "1:1 warning: virtual_server 10.0.0.1 has no port, so it is made persistent",
                Reading.problems(Reading.serverText("10.0.0.1", MEMBER)).get(0));
    }

    @Test
    void ofARealServerThatStandsTwiceTheFirstCounts() {
        assertEquals(
                List.of(5),
                server("real_server 10.0.0.2 80 {\nweight 5\n}").realServers().stream()
                        .map(RealServerConfig::weight)
                        .toList());
    }

    @Test
    void persistence() {
        assertEquals(
                new Persistence(900, 32, null),
                server("persistence_timeout 900").persistence());
        assertEquals(
                new Persistence(360, 32, null), server("persistence_timeout").persistence());
        assertEquals(
                new Persistence(360, 24, "sip"),
                server("persistence_granularity 255.255.255.0\npersistence_engine sip")
                        .persistence());
        String ipv6 = """
                virtual_server fe80::1 80 {
                    lb_algo rr
                    lb_kind NAT
                    protocol TCP
                    persistence_granularity 64
                    real_server fe80::2 80 { }
                }
                """;
        assertEquals(
                new Persistence(360, 64, null),
                Reading.accepted(ipv6).virtualServers().get(0).persistence());
    }

    @Test
    void flags() {
        assertEquals(
                Set.of(ServiceFlag.SCHEDULER_1, ServiceFlag.SCHEDULER_3),
                server("flag-1\nflag-3").flags());
        assertEquals(
                Set.of(ServiceFlag.SCHEDULER_2), server("lvs_sched sh\nsh-port").flags());
        assertEquals(
                Set.of(ServiceFlag.SCHEDULER_1),
                server("lvs_sched mh\nmh-fallback").flags());
        assertEquals(Set.of(), server("mh-port").flags());
        assertEquals(
                List.of("5:1 warning: 'mh-port' goes with scheduler mh alone and is ignored"), problems("mh-port"));
        assertEquals(List.of("5:1 warning: 'ops' goes with UDP alone and is ignored"), problems("ops"));
        assertEquals(Set.of(ServiceFlag.ONE_PACKET), server("protocol UDP\nops").flags());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NAT                              | MASQUERADE   | IPIP | 0  | NONE
            DR                               | DIRECT_ROUTE | IPIP | 0  | NONE
            TUN                              | TUNNEL       | IPIP | 0  | NONE
            TUN type ipip                    | TUNNEL       | IPIP | 0  | NONE
            TUN type gue port 66             | TUNNEL       | GUE  | 66 | NONE
            TUN type gue port 66 remcsum     | TUNNEL       | GUE  | 66 | REMOTE
            TUN type gre csum                | TUNNEL       | GRE  | 0  | FULL
            """)
    void methods(String text, ForwardingMethod method, Tunnel.Type type, int port, Tunnel.Checksum checksum) {
        VirtualServerConfig server = Reading.accepted(
                        "virtual_server 10.0.0.1 80 {\nlvs_method " + text + "\n" + MEMBER + "\n}\n")
                .virtualServers()
                .get(0);
        assertEquals(
                new Forwarding(method, new Tunnel(type, port, checksum)),
                server.realServers().get(0).forwarding());
    }

    @Test
    void quorumsStayWithinReach() {
        assertEquals(
                new QuorumConfig(1, 0, null, null, false),
                server("quorum 5\nhysteresis 1").quorum());
        assertEquals(
                List.of(
                        "5:1 warning: quorum 5 is more than all real servers together weigh: 1 is used",
                        "6:1 warning: hysteresis 1 is not less than the quorum: 0 is used"),
                problems("quorum 5\nhysteresis 1"));
        assertEquals(
                new QuorumConfig(5, 2, null, null, false),
                server("weight 5\nquorum 5\nhysteresis 2").quorum());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lb_algo RR                           | 5:9 error: lb_algo cannot be 'RR'
            lvs_sched foo                        | 5:11 error: lvs_sched cannot be 'foo'
            lb_kind dr                           | 5:9 error: no forwarding method is called 'dr'
            lb_kind DR now                       | 5:12 error: 'now' goes with TUN alone
            lb_kind TUN type gue                 | 5:1 error: a gue tunnel needs a port
            lb_kind TUN type ipip csum           | 5:1 error: this tunnel has no such checksum option
            lb_kind TUN type gre remcsum         | 5:1 error: this tunnel has no such checksum option
            lb_kind TUN type x                   | 5:18 error: no tunnel type is called 'x'
            protocol tcp                         | 5:10 error: protocol cannot be 'tcp'
            persistence_timeout 0                | 5:21 error: persistence_timeout 0 is outside 1 to 2678400
            persistence_granularity 255.0.255.0  | 5:25 error: persistence_granularity '255.0.255.0' is not a netmask such as 255.255.255.0
            delay_loop 0                         | 5:12 error: delay_loop 0 is outside 0.000001 to 1000000000
            quorum 0                             | 5:8 error: quorum 0 is outside 1 to 4294967295
            sorry_server 10.0.0                  | 5:14 error: '10.0.0' is no IPv4 or IPv6 address
            sorry_server 10.0.0.2 80             | 5:1 warning: the sorry server is one of the real servers: it stands in also where its own check has failed
            sorry_server fe80::1                 | 5:1 error: fe80:0:0:0:0:0:0:1 is of another family than its virtual server
            sorry_server_inhibit                 | 5:1 warning: 'sorry_server_inhibit' has no effect without a sorry_server
            hashed                               | 5:1 warning: 'hashed' means nothing here: it has no effect
            real_server 10.0.0.x 80 { }          | 5:13 error: '10.0.0.x' is no IPv4 or IPv6 address
            real_server 10.0.0.3 99999 { }       | 5:22 error: port '99999' is outside 1 to 65535
            real_server 10.0.0.3 80              | 5:1 error: 'real_server' needs a block
            real_server fe80::1 80 { }           | 5:1 error: fe80:0:0:0:0:0:0:1 is of another family than its virtual server
            real_server 10.0.0.2 80 { }          | 6:1 warning: real_server 10.0.0.2 80 is in this pool already at x.conf:5:1: this one is left out
            """)
    void mistakes(String line, String problem) {
        List<String> found = problems(line).stream()
                .filter(text -> !text.contains("set again"))
                .toList();
        assertEquals(List.of(problem), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.999 80    | 1:16 error: '10.0.0.999' is no IPv4 or IPv6 address
            10.0.0.1 70000   | 1:25 error: port '70000' is outside 1 to 65535
            fwmark 0         | 1:23 error: firewall mark '0' is outside 1 to 4294967295
            fwmark 0x10      | 1:23 error: firewall mark '0x10' is outside 1 to 4294967295
            group web        | 1:22 error: no virtual_server_group is called 'web'
            """)
    void openers(String opener, String problem) {
        List<String> errors = Reading.problems(Reading.serverText(opener, MEMBER)).stream()
                .filter(text -> text.contains(" error: "))
                .toList();
        assertEquals(List.of(problem), errors);
    }

    @Test
    void noAddressAtAll() {
        assertEquals(
                "1:1 error: this virtual_server has no address",
                Reading.problems("virtual_server {\nlb_algo rr\nlb_kind NAT\n protocol TCP\n}\n")
                        .get(0));
    }

    @Test
    void directRoutingKeepsThePort() {
        String lines = "lvs_method DR\nreal_server 10.0.0.3 81 { }";
        assertEquals(
                "6:1 warning: only NAT can change the port: clients reach this server at port 80, port 81 serves the checks alone",
                problems(lines).get(1));
    }

    @Test
    void anAddressThatNoVirtualRouterHolds() {
        String router = Reading.instanceText("virtual_ipaddress_excluded { 10.0.0.7 }");
        String held = Reading.serverText("10.0.0.7 80", MEMBER);
        String other = Reading.serverText("10.0.0.8 80", MEMBER);
        assertEquals(List.of(), Reading.problems(router + held));
        assertEquals(List.of(), Reading.problems(other), "without VRRP something else must hold it");
        assertEquals(List.of("7:1 warning: no vrrp_instance holds 10.0.0.8"), Reading.problems(router + other));
    }

    @Test
    void twoServicesAlike() {
        String one = Reading.serverText("10.0.0.1 80", MEMBER);
        assertEquals(
                List.of(
                        "7:1 error: the service TCP 10.0.0.1 80 exists already in virtual_server 10.0.0.1 80 at x.conf:1:1"),
                Reading.problems(one + one));
        assertEquals(List.of(), Reading.problems(one + one.replace("TCP", "UDP")));
    }

    @Test
    void aServerWithoutRealServersIsLeftOut() {
        String text = Reading.serverText("10.0.0.1 80", "");
        assertEquals(
                List.of("1:1 warning: virtual_server 10.0.0.1 80 has no real servers and is left out"),
                Reading.problems(text));
        assertEquals(List.of(), Reading.accepted(text).virtualServers());
    }

    @Test
    void howeverManyWarningsThereAreNothingIsLeftOut() {
        StringBuilder text = new StringBuilder();
        for (int mark = 1; mark <= 1_100; mark++) {
            text.append("virtual_server fwmark " + mark
                    + " {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\nreal_server 10.0.0.2 {\n}\n}\n");
        }
        var result = Reading.read(text.toString());
        assertEquals(1_001, result.problems().size(), "the last says how many more there are");
        assertEquals(1_100, Reading.accepted(text.toString()).virtualServers().size());

        var refused = Reading.read(text + "virtual_server fwmark 7 {\nreal_server nowhere 80 {\n}\n}\n");
        assertNull(refused.configuration());
        assertTrue(refused.problems().stream()
                .anyMatch(problem -> problem.isError() && problem.message().contains("nowhere")));
    }

    @Test
    void suspensionNeedsAnAddressOfTheService() {
        String member = "ha_suspend\nreal_server 10.0.0.2 80 {\n}";
        assertTrue(Reading.server(member).policy().onlyWithAddress());
        assertFalse(Reading.server("real_server 10.0.0.2 80 {\n}").policy().onlyWithAddress());
        assertEquals(
                List.of("5:1 warning: 'ha_suspend' has no effect: virtual_server fwmark 7 has no address of its own"),
                Reading.problems("""
                        virtual_server fwmark 7 {
                        lb_algo rr
                        lb_kind NAT

                        ha_suspend
                        real_server 10.0.0.2 {
                        }
                        }
                        """));
    }
}
