package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.FirewallConfig;
import org.lvsdirector.config.GlobalConfig;
import org.lvsdirector.config.LvsGlobalConfig;
import org.lvsdirector.config.LvsGlobalConfig.FlushOnStop;
import org.lvsdirector.config.MailConfig;
import org.lvsdirector.config.MailSecurity;
import org.lvsdirector.config.MarkRange;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.config.SchedulingConfig;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.StartWord;
import org.lvsdirector.config.TellingConfig;
import org.lvsdirector.config.VirtualMacNames;
import org.lvsdirector.config.VrrpGlobalConfig;
import org.lvsdirector.ipvs.IpvsTimeouts;

class GlobalsReaderTest {

    private static GlobalConfig globals(String lines) {
        return Reading.accepted("global_defs {\n" + lines + "\n}\n").globals();
    }

    @Test
    void defaultsAreKeepaliveds() {
        GlobalConfig expected = new GlobalConfig(
                null,
                null,
                false,
                new MailConfig(null, 25, Duration.ofSeconds(30), null, null, List.of(), MailSecurity.PLAIN, true, true),
                ParentConfig.USUAL,
                new VrrpGlobalConfig(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        true,
                        false,
                        true,
                        false,
                        new VirtualMacNames("vrrp", "vrrp"),
                        SchedulingConfig.ORDINARY,
                        FirewallConfig.USUAL),
                new LvsGlobalConfig(false, FlushOnStop.NOTHING, null, Duration.ofSeconds(10)),
                TellingConfig.NONE);
        assertEquals(expected, Reading.accepted("").globals());
        assertEquals(expected, globals(""));
    }

    @Test
    void howTheKernelIsToTreatTheVrrpProcess() {
        assertEquals(
                new SchedulingConfig(-5, 50, 20000, true, List.of(0, 2)),
                globals("""
                vrrp_priority -5
                vrrp_rt_priority 50
                vrrp_rlimit_rttime 20000
                vrrp_no_swap
                vrrp_cpu_affinity 0 2
                """).vrrp().scheduling());
        List<String> problems = Reading.problems("global_defs {\nvrrp_cpu_affinity 0 two 1024\n}\n");
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).contains("'two' is no processor"), problems.get(0));
        assertTrue(problems.get(1).contains("'1024' is no processor"), problems.get(1));
    }

    @Test
    void everyWord() {
        GlobalConfig globals = Reading.accepted("""
                global_defs {
                    router_id "left one"
                    lvs_sysctl conn_reuse_mode 0
                    share_checks
                    lvs_sysctl net.ipv4.vs.sync_threshold "3 50"
                    vip_check_marks 0x100 4294967295
                    script_user nobody nogroup
                    enable_script_security
                    smtp_server mail.example 2525
                    smtp_connect_timeout 100
                    notification_email { root@example }
                    vrrp_garp_interval 0.001
                    vrrp_gna_interval 0.000001
                    vrrp_startup_delay 7
                    vrrp_delay_after_boot 60.5
                    vrrp_restore_addresses off
                    log_unknown_vrids
                    vrrp_address_probe off
                    vmac_prefix vr
                    disable_local_igmp
                    vmac_addr_prefix va
                    nftables
                    nftables_priority -7
                    nftables_counters
                    lvs_flush
                    lvs_flush_on_stop VS
                    lvs_timeouts udp 30 tcp 600
                    lvs_reconcile 3
                }
                """).globals();
        assertEquals(
                new GlobalConfig(
                        "left one",
                        new ScriptUser("nobody", "nogroup"),
                        true,
                        new MailConfig(
                                "mail.example",
                                2525,
                                Duration.ofSeconds(100),
                                null,
                                null,
                                List.of("root@example"),
                                MailSecurity.PLAIN,
                                true,
                                true),
                        usualWith(globals.parent().startWords()),
                        new VrrpGlobalConfig(
                                Duration.ofMillis(1),
                                Duration.ofNanos(1_000),
                                Duration.ofSeconds(7),
                                Duration.ofMillis(60_500),
                                false,
                                true,
                                false,
                                true,
                                new VirtualMacNames("vr", "va"),
                                SchedulingConfig.ORDINARY,
                                new FirewallConfig("keepalived", -7, true, null)),
                        new LvsGlobalConfig(
                                true,
                                FlushOnStop.OWN_SERVICES,
                                new IpvsTimeouts(600, 0, 30),
                                Duration.ofSeconds(3),
                                null,
                                Map.of("conn_reuse_mode", "0", "sync_threshold", "3 50"),
                                true,
                                new MarkRange(256, 4294967295L),
                                null),
                        TellingConfig.NONE),
                globals);
    }

    private static ParentConfig usualWith(List<StartWord> words) {
        ParentConfig usual = ParentConfig.USUAL;
        assertEquals(
                List.of("nftables ", "nftables_priority -7", "nftables_counters "),
                words.stream().map(word -> word.word() + " " + word.value()).toList());
        return new ParentConfig(
                usual.startup(),
                usual.shutdown(),
                usual.childWait(),
                usual.names(),
                usual.place(),
                usual.reload(),
                usual.checkers(),
                usual.seed(),
                words,
                usual.tellsStart());
    }

    @Test
    void severalBlocksCountAsOne() {
        GlobalConfig globals = Reading.accepted(
                        "global_defs {\nrouter_id a\nlvs_flush\n}\nglobal_defs {\nrouter_id b\n}\n")
                .globals();
        assertEquals("b", globals.routerId());
        assertEquals(true, globals.lvs().flushAtStart());
    }

    @Test
    void reconcilingCanBeOff() {
        assertEquals(Duration.ZERO, globals("lvs_reconcile off").lvs().reconcileInterval());
    }

    @Test
    void flushWithoutMoreTakesEverything() {
        assertEquals(FlushOnStop.EVERYTHING, globals("lvs_flush_on_stop").lvs().flushOnStop());
        assertEquals(FlushOnStop.EVERYTHING, globals("lvs_flush_onstop").lvs().flushOnStop(), "the old spelling");
    }

    @Test
    void zeroGarpIntervalIsTakenThoughKeepalived227RefusesIt() {
        assertEquals(List.of(), Reading.problems("global_defs {\nvrrp_garp_interval 0\nvrrp_gna_interval 0\n}\n"));
    }

    @Test
    void mistakes() {
        assertEquals(
                List.of(
                        "2:14 error: lvs_timeouts does not know 'foo'",
                        "3:16 error: lvs_reconcile 0 is outside 1 to 86400",
                        "4:21 error: port '99999' is outside 1 to 65535",
                        "5:1 error: vrrp_mcast_group4 10.0.0.1 is no multicast address of its family",
                        "6:14 error: vrrp_version 4 is outside 2 to 3",
                        "7:1 error: 'script_user' needs a value"),
                Reading.problems("""
                        global_defs {
                        lvs_timeouts foo 3
                         lvs_reconcile 0
                        smtp_server 1.2.3.4 99999
                        vrrp_mcast_group4 10.0.0.1
                        vrrp_version 4
                        script_user
                        }
                        """));
        assertNull(Reading.read("global_defs {\nscript_user\n}\n").configuration());
    }
}
