package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.IptablesSettings;
import org.lvsdirector.vrrp.settings.IptablesSettings.SetNames;

/** {@code vrrp_iptables} and {@code vrrp_ipsets}; what is not named is called as keepalived calls it. */
class FirewallReaderTest {
    private static String globals(String body) {
        return "global_defs {\n" + body + "\n}\n";
    }

    private static @Nullable IptablesSettings iptables(String body) {
        return Reading.accepted(globals(body)).globals().vrrp().firewall().iptables();
    }

    @Test
    void chains() {
        assertEquals(new IptablesSettings("INPUT", "OUTPUT", null), iptables("vrrp_iptables"));
        assertEquals(new IptablesSettings("keepalived", null, null), iptables("vrrp_iptables keepalived"));
        assertEquals(new IptablesSettings("in", "out", null), iptables("vrrp_iptables in out"));
        assertNull(iptables(""));
    }

    @Test
    void sets() {
        assertEquals(
                new IptablesSettings("in", null, new SetNames("k", "k6", "k_if6", "k_igmp", "k_mld")),
                iptables("vrrp_iptables in\nvrrp_ipsets k"));
        assertEquals(
                new IptablesSettings("in", null, new SetNames("a", "b", "b_if6", "a_igmp", "a_mld")),
                iptables("vrrp_iptables in\nvrrp_ipsets a b"));
        assertEquals(
                new IptablesSettings("in", null, new SetNames("a", "b", "c", "d", "e")),
                iptables("vrrp_iptables in\nvrrp_ipsets a b c d e"));
        assertEquals(new IptablesSettings("in", null, null), iptables("vrrp_iptables in\nvrrp_ipsets"));
    }

    @Test
    void nftablesIsStronger() {
        assertNull(iptables("vrrp_iptables in\nnftables"));
        assertTrue(warnings("vrrp_iptables in\nnftables").get(0).contains("nftables takes the place of vrrp_iptables"));
    }

    @Test
    void setsWithoutRulesAreRemarked() {
        assertNull(iptables("vrrp_ipsets k"));
        assertTrue(warnings("vrrp_ipsets k").get(0).contains("there are none"));
    }

    @Test
    void namesThatIptablesWouldNotTakeAreRefused() {
        List<String> problems =
                Reading.problems(globals("vrrp_iptables in " + "x".repeat(29) + "\nvrrp_ipsets \"a b\""));
        assertEquals(2, problems.size(), problems.toString());
        assertTrue(
                problems.get(0).contains("'xxx") && problems.get(1).contains("'a b' cannot be the name"),
                problems.toString());
    }

    private static List<String> warnings(String body) {
        return Reading.problems(globals(body));
    }
}
