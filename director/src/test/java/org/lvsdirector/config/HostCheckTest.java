package org.lvsdirector.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;

/** What a host lacks is a warning and never more. */
class HostCheckTest {
    private static final String TEXT = """
            global_defs {
                script_user checks
                vrrp_strict
            }
            vrrp_script s {
                script "/opt/check.sh 1"
            }
            vrrp_script t {
                script "tool -x"
            }
            vrrp_instance A {
                interface eth7
                virtual_router_id 5
                virtual_ipaddress {
                    10.0.0.1 dev eth8
                }
                track_interface {
                    eth9
                }
                notify "/opt/notify.sh" someone
            }
            virtual_server 10.0.0.1 80 {
                lb_algo rr
                lb_kind NAT
                protocol TCP
                real_server 10.0.0.2 80 {
                }
            }
            """;

    private static List<String> missing(Path root) {
        ConfigurationResult result =
                new ConfigurationReader(new InMemorySources().with("x.conf", TEXT)).read(Path.of("x.conf"));
        ConfigurationResult here = result.on(new FileHostFacts(root));
        assertEquals(true, here.accepted());
        return here.problems().subList(result.problems().size(), here.problems().size()).stream()
                .map(Problem::toString)
                .map(text -> text.substring(0, text.indexOf(" (")))
                .toList();
    }

    @Test
    void anEmptyHostLacksEverything(@TempDir Path root) {
        assertEquals(
                List.of(
                        "x.conf:11:1: warning: this host has no interface 'eth7'",
                        "x.conf:18:9: warning: this host has no interface 'eth9'",
                        "x.conf:15:9: warning: this host has no interface 'eth8'",
                        "x.conf:6:5: warning: the script /opt/check.sh does not exist on this host",
                        "x.conf:9:5: warning: the script tool does not exist on this host",
                        "x.conf:20:5: warning: the script /opt/notify.sh does not exist on this host",
                        "x.conf:6:5: warning: this host has no user 'checks'",
                        "x.conf:20:5: warning: this host has no user 'someone'",
                        "x.conf:22:1: warning: this host's kernel has no IPVS",
                        "x.conf:11:1: warning: this host has no nftables, which accept off needs"),
                missing(root));
    }

    @Test
    void aHostThatHasEverythingLacksNothing(@TempDir Path root) throws IOException {
        text(root.resolve("proc/net/dev"), "Inter-| Receive\n face |bytes\n  eth7: 0 0\n  eth8: 0 0\n  eth9:12 0\n");
        script(root.resolve("opt/check.sh"));
        script(root.resolve("opt/notify.sh"));
        script(root.resolve("usr/bin/tool"));
        text(root.resolve("etc/passwd"), "root:x:0:0::/:\nchecks:x:1:1::/:\nsomeone:x:2:2::/:\n");
        text(root.resolve("proc/net/ip_vs"), "");
        text(root.resolve("proc/sys/kernel/osrelease"), "6.1\n");
        text(root.resolve("lib/modules/6.1/modules.dep"), "kernel/net/netfilter/nf_tables.ko.xz: \n");
        assertEquals(List.of(), missing(root));
    }

    @Test
    void whatForwardingAsksOfAHost(@TempDir Path root) throws IOException {
        text(root.resolve("proc/sys/net/ipv4/ip_forward"), "0\n");
        text(root.resolve("proc/net/fib_trie"), "Local:\n  |-- 10.0.0.2\n     /32 host LOCAL\n");
        List<String> told = missing(root);
        assertTrue(
                told.contains(
                        "x.conf:26:5: warning: this host does not forward packets, which NAT needs for the answers"),
                told.toString());
        assertTrue(told.contains("x.conf:26:5: warning: real_server 10.0.0.2 is this host"), told.toString());
    }

    /** To read a file of the kernel's for each of a hundred thousand real servers took most of a minute. */
    @Test
    void theHostIsAskedOnceHoweverManyRealServersThereAre() {
        StringBuilder text = new StringBuilder();
        for (int service = 1; service <= 3; service++) {
            text.append("virtual_server 10.0.0.")
                    .append(service)
                    .append(" 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\n");
            text.append("real_server 10.0.1.1 80 {\n}\n}\n");
        }
        text.append(
                "virtual_server 2001:db8::1 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\nreal_server 2001:db8::2 80 {\n}\n}\n");
        CountingFacts host = new CountingFacts();
        ConfigurationResult here = new ConfigurationReader(new InMemorySources().with("x.conf", text.toString()))
                .read(Path.of("x.conf"))
                .on(host);
        assertEquals(
                3,
                here.problems().stream()
                        .filter(problem -> problem.toString().contains("is this host"))
                        .count());
        assertEquals(1, host.addressesAsked);
        assertEquals(2, host.forwardingAsked, "once for each family");
    }

    @Test
    void groupsByMarkNeedNftables() {
        String text = """
                global_defs {
                nftables_ipvs
                }
                virtual_server_group web {
                10.0.0.1-2 80
                }
                virtual_server group web {
                lb_algo rr
                lb_kind NAT
                protocol TCP
                real_server 10.0.1.1 80 {
                }
                }
                """;
        ConfigurationResult here = new ConfigurationReader(new InMemorySources().with("x.conf", text))
                .read(Path.of("x.conf"))
                .on(new FileHostFacts(Path.of("/nonexistent")));
        assertTrue(
                here.problems().stream().anyMatch(problem -> problem.toString()
                        .startsWith("x.conf:7:1: warning: this host has no nftables, which nftables_ipvs needs")),
                here.problems().toString());
    }

    @Test
    void addressesOfBothFamiliesAreFound(@TempDir Path root) throws IOException {
        text(root.resolve("proc/net/fib_trie"), """
                Main:
                  +-- 0.0.0.0/0 3 0 5
                     |-- 0.0.0.0
                        /0 universe UNICAST
                     |-- 10.0.0.0
                        /24 link UNICAST
                     |-- 10.0.0.2
                        /32 host LOCAL
                     |-- 10.0.0.255
                        /32 link BROADCAST
                """);
        text(root.resolve("proc/net/if_inet6"), "20010db8000000000000000000000001 02 40 00 80     eth0\n");
        assertEquals(
                Set.of(IpAddresses.parse("10.0.0.2"), IpAddresses.parse("2001:db8::1")),
                new FileHostFacts(root).addresses());
    }

    @Test
    void aScriptWithoutExecuteBitIsTold(@TempDir Path root) throws IOException {
        text(root.resolve("opt/check.sh"), "");
        assertEquals(
                "x.conf:6:5: warning: the script /opt/check.sh is not executable",
                missing(root).get(3));
    }

    private static void script(Path file) throws IOException {
        text(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void text(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A host that is one of the real servers and forwards nothing. */
    private static final class CountingFacts implements HostFacts {
        private int addressesAsked;
        private int forwardingAsked;

        @Override
        public boolean hasInterface(String name) {
            return true;
        }

        @Override
        public Script script(String program) {
            return Script.EXECUTABLE;
        }

        @Override
        public boolean hasUser(String name) {
            return true;
        }

        @Override
        public boolean hasIpvs() {
            return true;
        }

        @Override
        public boolean hasNftables() {
            return true;
        }

        @Override
        public Set<InetAddress> addresses() {
            addressesAsked++;
            return Set.of(IpAddresses.parse("10.0.1.1"));
        }

        @Override
        public boolean forwards(AddressFamily family) {
            forwardingAsked++;
            return false;
        }
    }
}
