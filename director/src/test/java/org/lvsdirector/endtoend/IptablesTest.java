package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Chains of iptables that somebody made drop the traffic of addresses which are not accepted. */
@Tag("netns")
class IptablesTest {
    private static final String VIP = "192.168.7.100";
    private static final String VIP6 = "2001:db8::100";
    private static final String COMMENT = " -m comment --comment \"lvs-director:/run/lvs-director/director.pid\" -j ";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private final Host client = network.host("client");
    /** Which of the two sorts this kernel has. */
    private String sort = "";

    @BeforeEach
    void machines() {
        var lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24", "2001:db8::1/64");
        client.plug(lan, "eth0", "192.168.7.9/24", "2001:db8::9/64");
        sort = director.host.run("iptables", "-N", "TRIED").exitCode() == 0 ? "" : "-legacy";
        for (String program : List.of("iptables" + sort, "ip6tables" + sort)) {
            director.host.exec(program, "-N", "VIPS");
            director.host.exec(program, "-A", "INPUT", "-j", "VIPS");
            director.host.exec(program, "-A", "VIPS", "-p", "sctp", "-j", "ACCEPT");
        }
    }

    private void configure(String globals) {
        director.configure("""
                global_defs {
                  %s
                }
                vrrp_instance VI_1 {
                  state MASTER
                  interface eth0
                  virtual_router_id 77
                  priority 100
                  no_accept
                  virtual_ipaddress { %s }
                  virtual_ipaddress_excluded { %s/64 }
                }
                """.formatted(globals, VIP, VIP6));
    }

    private String chain(String program) {
        return director.host.exec(program + sort, "-S", "VIPS");
    }

    private void awaitRules(String program, String... rules) {
        String expected = "-N VIPS\n" + String.join("\n", rules) + "\n";
        Await.value("rules of " + program, SOON, () -> chain(program), expected::equals);
    }

    private boolean answers(String address) {
        return client.run("ping", "-c", "1", "-W", "1", address).exitCode() == 0;
    }

    private void awaitAnswer(String address) {
        Await.until(address + " answers", SOON, () -> answers(address));
    }

    /** In the lab too, whose kernel has no nf_tables of IPv4: there it is the only way. */
    @Test
    @Tag("lab")
    void theChainDropsWhatIsForTheAddressesAndIsAsItWasAtTheEnd() {
        configure("vrrp_iptables VIPS");
        Running running = director.start();
        director.awaitAddress(VIP);
        awaitRules("iptables", "-A VIPS -d " + VIP + "/32" + COMMENT + "DROP", "-A VIPS -p sctp -j ACCEPT");
        awaitRules(
                "ip6tables",
                "-A VIPS -d " + VIP6 + "/128 -p ipv6-icmp -m icmp6 --icmpv6-type 135" + COMMENT + "ACCEPT",
                "-A VIPS -d " + VIP6 + "/128 -p ipv6-icmp -m icmp6 --icmpv6-type 136" + COMMENT + "ACCEPT",
                "-A VIPS -d " + VIP6 + "/128" + COMMENT + "DROP",
                "-A VIPS -p sctp -j ACCEPT");
        assertFalse(answers(VIP));
        assertFalse(answers(VIP6));
        awaitAnswer("192.168.7.1");
        Await.until("neighbour discovery passes nevertheless", SOON, () -> {
            assertFalse(answers(VIP6));
            return client.exec("ip", "neigh", "show", VIP6).contains("lladdr");
        });
        String tables = director.host.run("nft", "list", "tables").output();
        assertFalse(tables.contains("lvs_director"), "there is no second wall");

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        awaitRules("iptables", "-A VIPS -p sctp -j ACCEPT");
        awaitRules("ip6tables", "-A VIPS -p sctp -j ACCEPT");
        assertEquals(List.of(), director.files());
    }

    @Test
    void setsHoldTheAddresses() {
        configure("vrrp_iptables VIPS\n  vrrp_ipsets held");
        Running running = director.start();
        director.awaitAddress(VIP);
        awaitRules("iptables", "-A VIPS -p sctp -j ACCEPT", "-A VIPS -m set --match-set held dst" + COMMENT + "DROP");
        Await.value(
                "rules of ip6tables",
                SOON,
                () -> chain("ip6tables"),
                text -> text.contains("-A VIPS -m set --match-set held6 dst" + COMMENT + "DROP"));
        assertFalse(answers(VIP));
        assertFalse(answers(VIP6));
        awaitAnswer("192.168.7.1");

        running.killTree();
        assertFalse(answers(VIP), "rules outlive a power cut of the director");
        director.configure("global_defs {", "  router_id LVS", "}");
        director.start();
        awaitRules("iptables", "-A VIPS -p sctp -j ACCEPT");
        awaitRules("ip6tables", "-A VIPS -p sctp -j ACCEPT");
        Await.until("the ledger goes", SOON, () -> !director.files().contains("director.firewall"));
        // A rule that names a set is refused where there is none.
        assertNotEquals(
                0,
                director.host
                        .run("iptables" + sort, "-A", "VIPS", "-m", "set", "--match-set", "held", "dst", "-j", "DROP")
                        .exitCode());
    }

    @Test
    void aChainThatIsNotThereIsNamedAndTheDirectorGoesOn() {
        configure("vrrp_iptables NOWHERE");
        Running running = director.start();
        director.awaitAddress(VIP);
        running.awaitLine("Traffic to " + VIP + ", 2001:db8:0:0:0:0:0:100 is not dropped", SOON);
        director.awaitStatus("is not dropped as vrrp_iptables wants it");
        awaitAnswer(VIP);
    }

    @Test
    void keepalivedDropsTheSame() {
        configure("vrrp_iptables VIPS");
        director.host.exec("cp", "/run/director.conf", "/run/keepalived.conf");
        Running keepalived = director.host.start(
                "keepalived", "-n", "-l", "-D", "-P", "-f", "/run/keepalived.conf", "-p", "/run/k.pid", "-r", "/run/v");
        keepalived.awaitLine("(VI_1) Entering MASTER STATE", SOON);
        director.awaitAddress(VIP);
        assertFalse(answers(VIP));
        assertFalse(answers(VIP6));
        awaitAnswer("192.168.7.1");
    }
}
