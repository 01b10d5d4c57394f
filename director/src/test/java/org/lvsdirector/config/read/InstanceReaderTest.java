package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.AddressOption;
import org.lvsdirector.config.Authentication;
import org.lvsdirector.config.DeliveryConfig;
import org.lvsdirector.config.ElectionConfig;
import org.lvsdirector.config.GarpConfig;
import org.lvsdirector.config.NotifyEvents;
import org.lvsdirector.config.NotifyScripts;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.StartState;
import org.lvsdirector.config.TrackedInterface;
import org.lvsdirector.config.UnicastConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.AddressFamily;

class InstanceReaderTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private static List<String> problems(String lines) {
        return Reading.problems(Reading.instanceText(lines));
    }

    @Test
    void withoutPeersUnicastIsMulticastUnlessThatIsToBeAFault() {
        assertNull(Reading.instance("unicast_peer {\n}\n").delivery().unicast());
        UnicastConfig nobody =
                Reading.instance("unicast_fault_no_peer\n").delivery().unicast();
        assertNotNull(nobody);
        assertEquals(List.of(), nobody.peers());
    }

    @Test
    void defaultsAreKeepaliveds() {
        VrrpInstanceConfig instance = Reading.instance("");
        assertEquals(List.of(), problems(""));
        assertEquals(2, instance.version());
        assertEquals(AddressFamily.IPV4, instance.family());
        assertEquals(100, instance.priority());
        assertEquals(StartState.UNSET, instance.state());
        assertEquals(Duration.ofSeconds(1), instance.advertInterval());
        assertEquals("224.0.0.18", instance.delivery().group().getHostAddress());
        assertNull(instance.delivery().source());
        assertNull(instance.authentication());
        assertEquals(true, instance.accept());
        assertEquals(true, instance.trackPrimary());
        assertEquals(
                new ElectionConfig(true, Duration.ZERO, false, false, false, false, false, 3), instance.election());
        assertEquals(
                new GarpConfig(5, FIVE_SECONDS, Duration.ZERO, 1, FIVE_SECONDS, 5, GarpConfig.Extra.NONE),
                instance.garp());
        assertEquals(NotifyScripts.NONE, instance.notifications());
        assertEquals(new SourcePlace("x.conf", 1, 1), instance.place());
    }

    @Test
    void globalWordsAreDefaults() {
        String globals = """
                global_defs {
                    vrrp_version 3
                    vrrp_mcast_group4 224.0.0.99
                    vrrp_garp_master_repeat 2
                    vrrp_garp_master_delay 7
                    vrrp_garp_master_refresh 60
                    vrrp_garp_master_refresh_repeat 3
                    vrrp_down_timer_adverts 4
                    vrrp_lower_prio_no_advert
                    vrrp_higher_prio_send_advert on
                    vrrp_skip_check_adv_addr
                    vrrp_owner_ignore_adverts
                }
                """;
        String lines = "garp_master_delay 1\nlower_prio_no_advert off\n";
        VrrpInstanceConfig instance = Reading.accepted(globals + Reading.instanceText(lines))
                .instances()
                .get(0);
        assertEquals(3, instance.version());
        assertEquals("224.0.0.99", instance.delivery().group().getHostAddress());
        assertEquals(
                new GarpConfig(
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        3,
                        Duration.ofSeconds(7),
                        2,
                        GarpConfig.Extra.NONE),
                instance.garp());
        assertEquals(new ElectionConfig(true, Duration.ZERO, false, true, false, true, true, 4), instance.election());
    }

    @Test
    void minGarpMeansOneAndNoSecondRound() {
        VrrpInstanceConfig instance = Reading.accepted("global_defs {\nvrrp_min_garp\n}\n" + Reading.instanceText(""))
                .instances()
                .get(0);
        assertEquals(
                new GarpConfig(1, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, 1, GarpConfig.Extra.NONE),
                instance.garp());
    }

    @Test
    void stateMasterWithoutPriorityOwnsTheAddresses() {
        assertEquals(255, Reading.instance("state MASTER").priority());
        assertEquals(
                List.of(
                        "4:1 warning: 'A' is MASTER without a priority, which makes it the owner of the addresses: priority 255"),
                problems("state MASTER"));
    }

    @Test
    void anOwnerAnswersWhateverItIsTold() {
        assertEquals(
                List.of("5:1 warning: no_accept has no effect: 'A' is the owner of its addresses, and answers"),
                problems("priority 255\nno_accept"));
        assertEquals(List.of(), problems("priority 254\nno_accept"));
    }

    @Test
    void nopreemptIsClearedWithStateMaster() {
        String lines = "state MASTER\npriority 10\nnopreempt\npreempt_delay 4";
        VrrpInstanceConfig instance = Reading.instance(lines);
        assertEquals(true, instance.election().preempt());
        assertEquals(Duration.ZERO, instance.election().preemptDelay());
        assertEquals(
                List.of(
                        "6:1 warning: nopreempt does not go with state MASTER: 'A' will preempt",
                        "7:1 warning: preempt_delay does not go with state MASTER: 'A' will not wait"),
                problems(lines));
        assertEquals(
                false, Reading.instance("state BACKUP\nnopreempt").election().preempt());
    }

    @Test
    void strictModeSendsNoPasswordAndDropsWhatClientsSend() {
        String text = "global_defs {\nvrrp_strict\n}\n"
                + Reading.instanceText(
                        "state MASTER\npriority 100\nauthentication {\nauth_type PASS\nauth_pass x\n}\n");
        VrrpInstanceConfig instance = Reading.accepted(text).instances().get(0);
        assertNull(instance.authentication());
        assertEquals(false, instance.accept());
        assertEquals(StartState.BACKUP, instance.state());
        assertEquals(new ElectionConfig(true, Duration.ZERO, true, false, true, false, false, 3), instance.election());
        assertEquals(0, instance.garp().lowerPriorityRepeat());
        assertEquals(
                List.of(
                        "4:1 warning: clients will not reach the addresses of 'A': strict mode has accept off, so a master drops what is"
                                + " sent to them",
                        "7:1 warning: 'A' is in strict mode, where only priority 255 starts as MASTER: it starts as BACKUP",
                        "9:1 warning: 'A' is in strict mode, so no authentication is sent"),
                Reading.problems(text));
    }

    @Test
    void oneInstanceCanLeaveStrictMode() {
        String text = "global_defs {\nvrrp_strict\n}\n" + Reading.instanceText("strict_mode off");
        assertEquals(true, Reading.accepted(text).instances().get(0).accept());
        assertEquals(List.of(), Reading.problems(text));
    }

    @Test
    void theOwnerAcceptsInStrictMode() {
        String text = "global_defs {\nvrrp_strict\n}\n" + Reading.instanceText("priority 255");
        assertEquals(true, Reading.accepted(text).instances().get(0).accept());
    }

    @Test
    void authentication() {
        assertEquals(
                new Authentication(false, "secret"),
                Reading.instance("authentication {\nauth_type PASS\nauth_pass secret\n}")
                        .authentication());
        assertEquals(
                List.of("6:1 warning: the password has 9 bytes; only the first 8 are used"),
                problems("authentication {\nauth_type PASS\nauth_pass 123456789\n}"));
        assertEquals(
                new Authentication(false, "12345678"),
                Reading.instance("authentication {\nauth_type PASS\nauth_pass 123456789\n}")
                        .authentication());
        assertEquals(
                new Authentication(false, "密码"),
                Reading.instance("authentication {\nauth_type PASS\nauth_pass 密码密\n}")
                        .authentication(),
                "cut between characters");
        assertNull(Reading.instance("version 3\nauthentication {\nauth_type PASS\nauth_pass x\n}")
                .authentication());
        assertEquals("Authentication[PASS, password=********]", new Authentication(false, "secret").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1000",
        "2, 1.5, 2000",
        "2, 1.4, 1000",
        "2, 0.2, 1000",
        "3, 0.55, 550",
        "3, 0.555, 560",
        "3, 50, 40950",
        "3, 0.01, 10",
    })
    void intervalsFitThePacket(int version, String given, long millis) {
        String lines = "version " + version + "\nadvert_int " + given;
        assertEquals(Duration.ofMillis(millis), Reading.instance(lines).advertInterval());
    }

    @Test
    void addressLines() {
        List<AddressConfig> addresses = Reading.accepted("""
                vrrp_instance A {
                    interface eth0
                    virtual_router_id 5
                    virtual_ipaddress {
                        10.0.0.1
                        10.0.0.2/24 dev eth1 scope link label eth1:1 brd +
                        10.0.0.130/25 broadcast - scope 7
                    }
                    virtual_ipaddress_excluded {
                        fe80::1/64
                    }
                }
                """).instances().get(0).addresses();
        assertEquals(
                List.of(
                        new AddressConfig(ip("10.0.0.1"), 32, null, 0, null, null, place(5)),
                        new AddressConfig(ip("10.0.0.2"), 24, "eth1", 253, ip("10.0.0.255"), "eth1:1", place(6)),
                        new AddressConfig(ip("10.0.0.130"), 25, null, 7, ip("10.0.0.128"), null, place(7))),
                addresses);
    }

    @Test
    void anAddressHasAPeerALifetimeAndFlags() {
        AddressConfig read = Reading.instance("virtual_ipaddress_excluded {\n"
                        + "10.0.0.9 peer 10.0.0.10/30 home -nodad mngtmpaddr noprefixroute autojoin no_track use_vmac"
                        + " preferred_lft 60\n}")
                .excludedAddresses()
                .get(0);
        assertEquals(30, read.prefixLength());
        assertEquals(ip("10.0.0.10"), read.peer());
        assertEquals(60L, read.preferredSeconds());
        assertEquals(EnumSet.allOf(AddressOption.class), read.options());
    }

    @Test
    void aWholeVrfTakesThePlaceOfAnInterface() {
        String text = """
                vrrp_instance A {
                virtual_router_id 5
                vrf blue
                unicast_src_ip 10.0.0.2
                unicast_peer { 10.0.0.3 }
                virtual_ipaddress { 10.0.0.1 dev eth0 }
                }
                """;
        assertEquals("blue", Reading.accepted(text).instances().get(0).interfaceName());
        assertEquals(
                List.of("6:21 error: in a whole VRF each address has an interface of its own"),
                Reading.problems(text.replace(" dev eth0", "")));
        assertEquals(
                List.of("3:1 error: a whole VRF is for unicast from an address that is given"),
                Reading.problems(text.replace("unicast_src_ip 10.0.0.2", "")));
        assertEquals(
                List.of("4:1 warning: 'vrf' has no effect beside interface, whose VRF counts"),
                Reading.problems(Reading.instanceText("vrf blue")));
    }

    @Test
    void announcementsOnOtherInterfacesComeFromTheInstanceOrFromAllOfThem() {
        assertEquals(
                new GarpConfig.Extra(Duration.ofSeconds(100), true),
                Reading.instance("garp_extra_if all 100").garp().extra());
        String global = "global_defs {\nvrrp_garp_extra_if 60\n}\n";
        assertEquals(
                new GarpConfig.Extra(Duration.ofMinutes(1), false),
                Reading.accepted(global + Reading.instanceText(""))
                        .instances()
                        .get(0)
                        .garp()
                        .extra());
        assertEquals(
                Duration.ZERO,
                Reading.accepted(global + Reading.instanceText("vmac_garp_intvl 0"))
                        .instances()
                        .get(0)
                        .garp()
                        .extra()
                        .period());
        assertEquals(
                List.of("4:15 error: garp_extra_if 90000 is outside 0 to 86400"),
                Reading.problems(Reading.instanceText("garp_extra_if 90000")));
    }

    private static InetAddress ip(String text) {
        InetAddress address = Addresses.parse(text);
        if (address == null) {
            throw new AssertionError(text);
        }
        return address;
    }

    private static SourcePlace place(int line) {
        return new SourcePlace("x.conf", line, 9);
    }

    private static SourcePlace start(int line) {
        return new SourcePlace("x.conf", line, 1);
    }

    @Test
    void ipv6NeedsVersion3() {
        String tail = "virtual_router_id 5\nvirtual_ipaddress {\n";
        List<VrrpInstanceConfig> instances = Reading.accepted("vrrp_instance A {\ninterface eth0\n" + tail
                        + "fe80::1\n}\n}\nvrrp_instance B {\ninterface eth1\nnative_ipv6\n" + tail + "fe80::2\n}\n}\n")
                .instances();
        for (VrrpInstanceConfig instance : instances) {
            assertEquals(AddressFamily.IPV6, instance.family());
            assertEquals(3, instance.version());
            assertEquals("ff02:0:0:0:0:0:0:12", instance.delivery().group().getHostAddress());
        }
        assertEquals(2, instances.size());
    }

    @Test
    void ipv6WantsALinkLocalAddressFirst() {
        assertEquals(
                List.of("5:1 warning: the first address of 'A' is not link-local, as RFC 9568 wants it"),
                Reading.problems("""
                        vrrp_instance A {
                        interface eth0
                        virtual_router_id 5
                        virtual_ipaddress {
                        2001:db8::1
                        fe80::1
                        }
                        }
                        """));
    }

    @Test
    void unicastHasPeersWithBounds() {
        DeliveryConfig delivery = Reading.instance("""
                unicast_src_ip 10.0.0.2
                unicast_ttl 9
                unicast_peer {
                    10.0.0.3
                    10.0.0.4 min_ttl 5 max_ttl 64
                }
                """).delivery();
        assertEquals(Addresses.parse("10.0.0.2"), delivery.source());
        assertEquals(
                new UnicastConfig(
                        List.of(
                                new UnicastConfig.Peer(Objects.requireNonNull(Addresses.parse("10.0.0.3")), 0, 255),
                                new UnicastConfig.Peer(Objects.requireNonNull(Addresses.parse("10.0.0.4")), 5, 64)),
                        9,
                        true),
                delivery.unicast(),
                "bounds turn check_unicast_src on");
    }

    @Test
    void unicastSourcesAreCheckedWhereThatIsAsked() {
        String peer = "unicast_peer { 10.0.0.3 }\n";
        assertEquals(false, checked(Reading.instance(peer)));
        assertEquals(true, checked(Reading.instance(peer + "check_unicast_src")));
        String globals = "global_defs {\nvrrp_check_unicast_src\n}\n";
        assertEquals(
                true,
                checked(Reading.accepted(globals + Reading.instanceText(peer))
                        .instances()
                        .get(0)));
    }

    private static boolean checked(VrrpInstanceConfig instance) {
        return Objects.requireNonNull(instance.delivery().unicast()).checkSource();
    }

    @ParameterizedTest
    @CsvSource({
        "'', STANDARD",
        "old_unicast_checksum, OLD_UNICAST",
        "old_unicast_checksum never, NEVER_OLD_UNICAST",
        "v3_checksum_as_v2, AS_VERSION_2",
        "v3_checksum_as_v2 off, STANDARD",
    })
    void checksumsOfVersion3(String line, DeliveryConfig.V3Checksum form) {
        assertEquals(form, Reading.instance("version 3\n" + line).delivery().checksum());
    }

    @Test
    void anAuthenticationHeaderIsKeyedByThePassword() {
        assertEquals(
                new Authentication(true, "sesame"),
                Reading.instance("authentication {\nauth_type AH\nauth_pass sesame\n}")
                        .authentication());
    }

    @Test
    void notificationsHaveArgumentsAndUsers() {
        NotifyScripts scripts = Reading.instance("""
                notify_master "/bin/echo 1 '2 3'" nobody nogroup
                notify_backup /bin/echo nobody
                notify_stop "/bin/echo # ! {"
                notify "/bin/all"
                """).notifications();
        ScriptUser nobody = new ScriptUser("nobody", "nogroup");
        NotifyScripts expected = new NotifyScripts(
                new ScriptCommand(List.of("/bin/echo", "1", "2 3"), nobody, start(4)),
                new ScriptCommand(List.of("/bin/echo"), new ScriptUser("nobody", null), start(5)),
                null,
                new ScriptCommand(List.of("/bin/echo", "#", "!", "{"), null, start(6)),
                new ScriptCommand(List.of("/bin/all"), null, start(7)),
                NotifyEvents.NONE);
        assertEquals(expected, scripts);
    }

    @Test
    void trackedInterfaces() {
        VrrpInstanceConfig instance = Reading.instance("track_interface {\neth1\neth2 weight -20 reverse\n}");
        assertEquals(
                List.of(
                        new TrackedInterface("eth1", 0, false, start(5)),
                        new TrackedInterface("eth2", -20, true, start(6))),
                instance.interfaces());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state master                     | 4:7 error: state cannot be 'master'
            priority 256                     | 4:10 error: priority 256 is outside 1 to 255
            priority 0x10                    | 4:10 error: priority '0x10' is not a whole decimal number
            priority                         | 4:1 error: 'priority' needs a value
            advert_int 0                     | 4:12 error: advert_int 0 is outside 0.01 to 255
            mcast_src_ip 10.0.0              | 4:14 error: mcast_src_ip '10.0.0' is no IPv4 or IPv6 address
            mcast_src_ip fe80::1             | 4:1 error: mcast_src_ip fe80:0:0:0:0:0:0:1 is of another family than the virtual addresses
            mcast_dst_ip 10.0.0.9            | 4:1 error: 10.0.0.9 is no multicast address
            strict_mode maybe                | 4:13 error: strict_mode 'maybe' is neither on nor off
            prioritty 100                    | 4:1 error: unknown word 'prioritty' in vrrp_instance
            weight 3                         | 4:1 error: unknown word 'weight' in vrrp_instance
            interface { x }                  | 4:11 error: 'interface' takes no block
            track_script                     | 4:1 error: 'track_script' needs a block
            track_script { nobody }          | 4:16 error: no vrrp_script is called 'nobody'
            track_interface { eth1 wait 3 }  | 4:24 error: 'wait' cannot follow the name of a tracker
            track_interface { eth1 weight 300 } | 4:31 error: weight 300 is outside -253 to 253
            notify "it's"                    | 4:8 error: the command of 'notify' cannot be split: a quote (') is not closed
            notify                           | 4:1 error: 'notify' names no command
            virtual_ipaddress { 10.0.0.256 } | 4:21 error: '10.0.0.256' is no IPv4 or IPv6 address
            virtual_ipaddress { 10.0.0.9/33 } | 4:21 error: the prefix length of '10.0.0.9/33' is outside 0 to 32
            virtual_ipaddress { 10.0.0.9 10.0.0.8 } | 4:30 error: '10.0.0.8' cannot follow an address
            virtual_ipaddress { 10.0.0.1 }   | 5:21 warning: 10.0.0.1 is listed twice
            virtual_ipaddress { 10.0.0.9 peer fe80::1 }     | 4:30 error: 'fe80::1' is no peer for it
            virtual_ipaddress { 10.0.0.9 peer 10.0.0.2/33 } | 4:30 error: '10.0.0.2/33' is no peer for it
            virtual_ipaddress { 10.0.0.9 preferred_lft x }  | 4:30 error: 'x' is no lifetime
            unicast_peer { fe80::9 }         | 4:16 error: 'fe80::9' cannot be a unicast peer of these virtual addresses
            unicast_peer { 224.0.0.18 }      | 4:16 error: '224.0.0.18' cannot be a unicast peer of these virtual addresses
            unicast_peer { 10.0.0.x }        | 4:16 error: '10.0.0.x' is no IPv4 or IPv6 address
            unicast_peer { 10.0.0.9 ttl 3 }  | 4:25 error: 'ttl' cannot follow a unicast peer
            unicast_peer { 10.0.0.9 min_ttl 300 } | 4:33 error: a TTL is a number from 0 to 255
            unicast_peer { 10.0.0.9 max_ttl }     | 4:25 error: a TTL is a number from 0 to 255
            unicast_peer { 10.0.0.9 min_ttl 9 max_ttl 8 } | 4:16 error: min_ttl 9 is above max_ttl 8
            unicast_ttl 9                    | 4:1 warning: 'A' has no unicast peer, so it uses multicast
            priority 5 nopreempt             | 4:12 warning: 'nopreempt' behind 'priority' is ignored
            """)
    void mistakes(String line, String problem) {
        assertEquals(List.of(problem), problems(line));
    }

    @Test
    void oneInstanceHasAddressesOfOneFamily() {
        assertTrue(problems("virtual_ipaddress { fe80::1 }")
                .contains("5:21 error: 'A' advertises IPv6 addresses, and this is none"));
    }

    @Test
    void adviceNamesTheNearestWordOrTheRightBlock() {
        assertEquals(
                "did you mean 'priority'?",
                Reading.read(Reading.instanceText("prioritty 5"))
                        .problems()
                        .get(0)
                        .advice());
        assertEquals(
                "it belongs into vrrp_script or vrrp_track_process or track_file or bfd_instance or virtual_server or real_server or"
                        + " FILE_CHECK",
                Reading.read(Reading.instanceText("weight 5")).problems().get(0).advice());
        assertEquals(
                "it belongs outside all blocks",
                Reading.read(Reading.instanceText("virtual_server_group g"))
                        .problems()
                        .get(0)
                        .advice());
    }

    @Test
    void repeatedWordsCountOnceAndSaySo() {
        assertEquals(90, Reading.instance("priority 80\npriority 90").priority());
        assertEquals(
                List.of("5:1 warning: 'priority' is set again; line 4 no longer counts"),
                problems("priority 80\npriority 90"));
    }

    @Test
    void whatAnInstanceCannotDoWithout() {
        assertEquals(
                List.of(
                        "1:1 error: vrrp_instance 'A' has no interface",
                        "1:1 error: vrrp_instance 'A' has no virtual_router_id",
                        "1:1 warning: 'A' has no virtual address"),
                Reading.problems("vrrp_instance A {\n}\n"));
        assertEquals(
                "1:1 error: vrrp_instance has no name",
                Reading.problems(
                                "vrrp_instance {\ninterface eth0\nvirtual_router_id 1\nvirtual_ipaddress { 10.0.0.1 }\n}\n")
                        .get(0));
    }

    @Test
    void instancesMustDiffer() {
        String b = Reading.instanceText("").replace("10.0.0.1", "10.0.0.2");
        assertEquals(
                List.of("7:1 error: 'B' and 'A' both use virtual_router_id 5 with IPv4 on eth0"),
                Reading.problems(Reading.instanceText("") + b.replace(" A ", " B ")));
        assertEquals(
                List.of("7:1 error: 'B' and 'A' both use virtual_router_id 5 with IPv4 on eth0"),
                Reading.problems(Reading.instanceText("mcast_dst_ip 224.0.0.77") + b.replace(" A ", " B ")),
                "another group does not tell them apart");
        assertEquals(
                List.of("7:15 error: a vrrp_instance 'A' exists already at x.conf:1:1"),
                Reading.problems(Reading.instanceText("") + b.replace("id 5", "id 6")));
        assertEquals(
                List.of(),
                Reading.problems(
                        Reading.instanceText("") + b.replace(" A ", " B ").replace("eth0", "eth1")));
    }
}
