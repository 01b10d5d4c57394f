package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.GroupMarksConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;

/** What becomes of virtual server groups with {@code nftables_ipvs}. */
class GroupMarksTest {
    private static final String MEMBER = "real_server 10.0.0.2 80 { }";

    private static String globals(String lines) {
        return "global_defs {\n" + lines + "\n}\n";
    }

    private static String group(String name, String... lines) {
        return "virtual_server_group " + name + " {\n" + String.join("\n", lines) + "\n}\n";
    }

    private static String web(String... lines) {
        return group("web", lines) + Reading.serverText("group web", MEMBER);
    }

    private static List<VirtualServerConfig> servers(String text) {
        return Reading.accepted(text).virtualServers();
    }

    private static List<List<ServiceKey>> keys(String text) {
        return servers(text).stream().map(VirtualServerConfig::services).toList();
    }

    private static ServiceKey.ByFwmark ipv4(long mark) {
        return new ServiceKey.ByFwmark(mark, AddressFamily.IPV4);
    }

    private static ServiceKey.ByAddress tcp(String address, int port) {
        return new ServiceKey.ByAddress(Protocol.TCP, Objects.requireNonNull(IpAddresses.parse(address)), port);
    }

    @Test
    void aGroupIsOneServiceByMark() {
        VirtualServerConfig server = servers(globals("nftables_ipvs") + web("10.0.0.1-2 80", "10.0.0.9 443"))
                .get(0);
        assertEquals(List.of(ipv4(1000)), server.services());
        assertEquals(List.of(tcp("10.0.0.1", 80), tcp("10.0.0.2", 80), tcp("10.0.0.9", 443)), server.marked());
        assertEquals(
                AddressFamily.IPV6,
                servers(globals("nftables_ipvs")
                                + group("six", "2001:db8::1 80", "2001:db8::2 80")
                                + Reading.serverText("group six", "real_server fe80::1 80 { }"))
                        .get(0)
                        .services()
                        .get(0)
                        .family());
    }

    @Test
    void eachGroupAndProtocolHasItsOwnMark() {
        String text = globals("nftables_ipvs\nnftables_ipvs_start_fwmark 7")
                + web("10.0.0.1 80", "10.0.0.9 80")
                + Reading.serverText("group web", MEMBER).replace("protocol TCP", "protocol UDP")
                + group("mail", "10.0.0.1 25", "10.0.0.9 25")
                + Reading.serverText("group mail", MEMBER);
        assertEquals(List.of(List.of(ipv4(7)), List.of(ipv4(8)), List.of(ipv4(9))), keys(text));
        assertEquals(Protocol.UDP, servers(text).get(1).marked().get(0).protocol());
    }

    @Test
    void marksOfOthersAreNotTaken() {
        String text = globals("nftables_ipvs\nvip_check_marks 1003 1004")
                + web("10.0.0.1 80", "10.0.0.9 80")
                + group("unused", "fwmark 1001")
                + Reading.serverText("fwmark 1000", "real_server 10.0.0.3 80 {\nTCP_CHECK {\nfwmark 1002\n}\n}")
                        .replace("protocol TCP\n", "");
        assertEquals(List.of(List.of(ipv4(1005)), List.of(ipv4(1000))), keys(text));
    }

    @Test
    void whatNeedsNoMarkOrCanHaveNoneStaysAsItIs() {
        String on = globals("nftables_ipvs");
        assertEquals(List.of(List.of(tcp("10.0.0.1", 80))), keys(on + web("10.0.0.1 80")));
        assertEquals(List.of(List.of(tcp("10.0.0.1", 80))), keys(on + Reading.serverText("10.0.0.1 80", MEMBER)));
        assertEquals(
                List.of(List.of(tcp("10.0.0.1", 0), tcp("10.0.0.9", 80))), keys(on + web("10.0.0.1", "10.0.0.9 80")));
        assertEquals(
                List.of(List.of(tcp("10.0.0.1", 80), tcp("10.0.0.9", 80))), keys(web("10.0.0.1 80", "10.0.0.9 80")));
        assertEquals(List.of(List.of(ipv4(1000), ipv4(5))), keys(on + web("10.0.0.1 80", "fwmark 5", "10.0.0.9 80")));
    }

    @Test
    void whenMarksRunOutThatIsAnError() {
        String on = globals("nftables_ipvs\nnftables_ipvs_start_fwmark 4294967295");
        String first = web("10.0.0.1 80", "10.0.0.9 80");
        assertEquals(List.of(List.of(ipv4(4294967295L))), keys(on + first));
        assertEquals(
                List.of("19:1 error: there is no firewall mark left for virtual_server group mail"),
                Reading.problems(on
                        + first
                        + group("mail", "10.0.0.1 25", "10.0.0.9 25")
                        + Reading.serverText("group mail", MEMBER)));
    }

    @Test
    void aServerOfAGroupWithOnePortIsNotToldThatItsPortIsForChecksAlone() {
        String direct =
                globals("nftables_ipvs") + web("10.0.0.1 80", "10.0.0.9 80").replace("lb_kind NAT", "lb_kind DR");
        assertEquals(List.of(), Reading.problems(direct));
    }

    @Test
    void theWordsSayWhereTheMarksStand() {
        assertNull(words("router_id x"));
        assertEquals(new GroupMarksConfig("keepalived_ipvs", -1, 1000), words("nftables_ipvs"));
        assertEquals(
                new GroupMarksConfig("mine", -7, 300),
                words("nftables_ipvs mine\nnftables_ipvs_priority -7\nnftables_ipvs_start_fwmark 300"));
    }

    @Test
    void wordsThatCannotWorkAreTold() {
        assertTrue(problem("nftables_ipvs a/b").contains("'a/b' cannot be the name of a table of nftables"));
        assertTrue(problem("nftables x\nnftables_ipvs x").contains("have the same name"));
        assertTrue(problem("nftables_ipvs lvs_director").contains("have the same name"));
    }

    private static String problem(String lines) {
        List<String> problems = Reading.problems(globals(lines));
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }

    private static @Nullable GroupMarksConfig words(String lines) {
        return Reading.accepted(globals(lines)).globals().lvs().groupMarks();
    }
}
