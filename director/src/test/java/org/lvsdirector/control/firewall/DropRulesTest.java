package org.lvsdirector.control.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.IptablesSettings;
import org.lvsdirector.vrrp.settings.IptablesSettings.SetNames;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** The rules that keepalived 2.2.7 makes where it was built with iptables, in its order. */
class DropRulesTest {
    private static final IptablesSettings BOTH_WAYS = new IptablesSettings("IN", "OUT", null);
    private static final IptablesSettings WITH_SETS =
            new IptablesSettings("IN", "OUT", new SetNames("k", "k6", "k_if6", "k_igmp", "k_mld"));

    private static DropWish wish(String... addresses) throws UnknownHostException {
        List<Unaccepted> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(new Unaccepted(InetAddress.getByName(address), "eth0"));
        }
        return new DropWish(all, List.of());
    }

    private static List<String> lines(IptablesSettings settings, XtFamily family, DropWish wish) {
        return DropRules.of(settings, family, wish).stream()
                .map(rule -> (rule.first() ? "-I " : "-A ") + rule.chain() + " " + rule.match() + " " + rule.verdict())
                .toList();
    }

    @Test
    void anIpv4AddressIsDroppedAtTheHeadOfBothChains() throws UnknownHostException {
        assertEquals(
                List.of("-I IN -d 192.0.2.1/32 -j DROP", "-I OUT -s 192.0.2.1/32 -j DROP"),
                lines(BOTH_WAYS, XtFamily.IPV4, wish("192.0.2.1", "2001:db8::1")));
    }

    @Test
    void withoutAChainForTheWayOutOnlyTheWayInIsShut() throws UnknownHostException {
        assertEquals(
                List.of("-I IN -d 192.0.2.1/32 -j DROP"),
                lines(new IptablesSettings("IN", null, null), XtFamily.IPV4, wish("192.0.2.1")));
    }

    @Test
    void neighbourDiscoveryPassesInFrontOfTheDrop() throws UnknownHostException {
        assertEquals(
                List.of(
                        "-I IN -d 2001:db8:0:0:0:0:0:1/128 -p ipv6-icmp -m icmp6 --icmpv6-type 135 -j ACCEPT",
                        "-I IN -d 2001:db8:0:0:0:0:0:1/128 -p ipv6-icmp -m icmp6 --icmpv6-type 136 -j ACCEPT",
                        "-I IN -d 2001:db8:0:0:0:0:0:1/128 -j DROP"),
                lines(new IptablesSettings("IN", null, null), XtFamily.IPV6, wish("2001:db8::1")));
    }

    @Test
    void aLinkLocalAddressIsOneOfItsInterfaceAlone() throws UnknownHostException {
        List<String> lines = lines(BOTH_WAYS, XtFamily.IPV6, wish("fe80::1"));
        assertEquals("-I IN -d fe80:0:0:0:0:0:0:1/128 -i eth0 -j DROP", lines.get(2));
        assertEquals("-I OUT -s fe80:0:0:0:0:0:0:1/128 -o eth0 -j DROP", lines.get(5));
    }

    @Test
    void setsTakeTheAddressesOutOfTheRulesWhichStandAtTheEnd() throws UnknownHostException {
        DropWish all = wish("192.0.2.1", "192.0.2.2", "2001:db8::1", "fe80::1");
        assertEquals(
                List.of("-A IN -m set --match-set k dst -j DROP", "-A OUT -m set --match-set k src -j DROP"),
                lines(WITH_SETS, XtFamily.IPV4, all));
        List<String> ipv6 = lines(WITH_SETS, XtFamily.IPV6, all);
        assertEquals(12, ipv6.size());
        assertEquals(
                "-A IN -m set --match-set k_if6 dst,src -p ipv6-icmp -m icmp6 --icmpv6-type 135 -j ACCEPT",
                ipv6.get(0));
        assertEquals("-A OUT -m set --match-set k_if6 src,dst -j DROP", ipv6.get(5));
        assertEquals("-A IN -m set --match-set k6 dst -j DROP", ipv6.get(8));
    }

    @Test
    void aSetWithoutMembersHasNoRule() throws UnknownHostException {
        assertEquals(List.of(), lines(WITH_SETS, XtFamily.IPV4, wish("2001:db8::1")));
    }

    @Test
    void interfacesAreKeptQuietOnTheWayOut() {
        DropWish quiet = new DropWish(List.of(), List.of("vrrp.51"));
        assertEquals(List.of("-A OUT -o vrrp.51 -p igmp -j DROP"), lines(BOTH_WAYS, XtFamily.IPV4, quiet));
        assertEquals(
                "-A OUT -o vrrp.51 -p ipv6-icmp -m icmp6 --icmpv6-type 131 -j DROP",
                lines(BOTH_WAYS, XtFamily.IPV6, quiet).get(0));
        assertEquals(
                List.of("-A OUT -m set --match-set k_igmp dst,dst -p igmp -j DROP"),
                lines(WITH_SETS, XtFamily.IPV4, quiet));
        assertEquals(List.of(), lines(new IptablesSettings("IN", null, null), XtFamily.IPV4, quiet));
    }
}
