package org.lvsdirector.control.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.status.DirectorStatus.ConfigurationStatus;
import org.lvsdirector.control.status.DirectorStatus.MailStatus;
import org.lvsdirector.control.status.DirectorStatus.ProcessStatus;

/** What an operator reads. */
class StatusTextTest {
    private static final String TIME = "2026-11-21T10:33:54.123456Z";

    @Test
    void aWholeDirector() {
        assertEquals(
                String.join(
                                "\n",
                                List.of(
                                        "director 0.1.0  /run/lvs-director/director.pid",
                                        "  director  running    pid 100  since 2026-11-21T10:33:54Z",
                                        "  vrrp      running    pid 101  since 2026-11-21T10:33:54Z  restarted 2 times",
                                        "  checkers  down",
                                        "  configuration 3  since 2026-11-21T10:33:54Z  /etc/keepalived/keepalived.conf",
                                        "  last reload  2026-11-21T10:33:54Z  refused: a.conf:1:1: error: x",
                                        "    the old one stays in force",
                                        "  mail  3 sent, 1 refused, 0 lost, 2 waiting  ! no such host",
                                        "",
                                        "VRRP",
                                        "  VI_1  FAULT since 2026-11-21T10:33:54Z  eth0 vrid 51  priority 95 (configured 100)",
                                        "    fault: interface eth0 down",
                                        "    192.168.1.100/32           on eth0            not here",
                                        "    adverts sent 3, received 4  master 192.168.1.2",
                                        "    2 adverts left more than half an interval late",
                                        "    rejected 7 packets: TTL",
                                        "    ! another host has 192.168.1.100 at 02:00:00:00:00:09",
                                        "    signed: HMAC-SHA256, permissive, key 2; takes keys 1, 2",
                                        "    heeded 6 packets with: UNSIGNED",
                                        "  5 timers, late by less than 64 us (half), 128 us (99 %), 256 us (99.9 %), 200 us at worst",
                                        "  group G  FAULT  VI_1",
                                        "  script chk  DOWN  exited with status 1, running",
                                        "  file load  12",
                                        "  bfd uplink  DOWN",
                                        "",
                                        "SERVICES",
                                        "  [192.168.1.100]:tcp:80  rr  persistent 360 s  quorum LOST, sorry server at work  5 connections",
                                        "    ! not in the kernel: [192.168.1.100]:tcp:80",
                                        "    [10.0.0.2]:tcp:80            NAT    DOWN  not in table active 0 inactive 0",
                                        "      TCP_CHECK [10.0.0.2]:tcp:80  DOWN  Connection refused at 2026-11-21T10:33:54Z",
                                        "    [10.0.0.3]:tcp:80            NAT    up                 active 1 inactive 2  weight 0 by hand (configured 1)",
                                        "      TCP_CHECK [10.0.0.3]:tcp:80  up  not tried yet",
                                        "    [10.0.0.9]:tcp:80            DR     sorry weight 1     active 0 inactive 0",
                                        "  ! not ours, left alone: real server 10.0.0.7:80"))
                        + "\n",
                StatusText.of(status()));
    }

    @Test
    void aChildThatDoesNotAnswerIsSaidNotToAnswer() {
        DirectorStatus whole = status();
        String text = StatusText.of(new DirectorStatus(
                whole.version(),
                whole.pidFile(),
                whole.configuration(),
                whole.processes(),
                null,
                "the vrrp process did not answer in time",
                null,
                "no work in this configuration",
                null,
                "iptables-restore: no chain"));
        assertTrue(text.contains("  ! iptables-restore: no chain\n"), text);
        assertTrue(text.contains("VRRP: the vrrp process did not answer in time\n"), text);
        assertTrue(text.contains("SERVICES: no work in this configuration\n"), text);
    }

    @Test
    void whatTheKernelLacksAlthoughMasterIsLoud() {
        VrrpStatus.Instance master = instance("MASTER", List.of(address(false)));
        VrrpStatus.Instance backup = instance("BACKUP", List.of(address(true)));
        VrrpStatus vrrp = new VrrpStatus(
                List.of(master, backup), List.of(), List.of(), List.of(), 0, VrrpStatus.Lateness.NONE, 0);
        DirectorStatus whole = status();
        String text = StatusText.of(new DirectorStatus(
                "1", "p", whole.configuration(), whole.processes(), vrrp, null, whole.checkers(), null, null, null));
        assertTrue(text.contains("NOT HERE, although MASTER"), text);
        assertTrue(text.contains("here, although not MASTER"), text);
        assertTrue(text.contains("! two masters: 192.168.1.3 advertises as well"), text);
    }

    @Test
    void itTravelsAsJson() throws JsonProcessingException {
        String json = Json.mapper().writeValueAsString(status());
        assertEquals(status(), Json.mapper().readValue(json, DirectorStatus.class));
    }

    private static DirectorStatus status() {
        return new DirectorStatus(
                "0.1.0",
                "/run/lvs-director/director.pid",
                new ConfigurationStatus(
                        "/etc/keepalived/keepalived.conf",
                        3,
                        TIME,
                        "refused: a.conf:1:1: error: x\nthe old one stays in force",
                        TIME),
                List.of(
                        new ProcessStatus("director", "running", 100, TIME, 0),
                        new ProcessStatus("vrrp", "running", 101, TIME, 2),
                        new ProcessStatus("checkers", "down", 0, null, 0)),
                new VrrpStatus(
                        List.of(instance("FAULT", List.of(address(false)))),
                        List.of(new VrrpStatus.Group("G", "FAULT", List.of("VI_1"))),
                        List.of(new VrrpStatus.Script("chk", "DOWN", "exited with status 1", true)),
                        List.of(
                                new VrrpStatus.Reading("file", "load", "12"),
                                new VrrpStatus.Reading("bfd", "uplink", "DOWN")),
                        0,
                        new VrrpStatus.Lateness(5, 64, 128, 256, 200, Map.of(64L, 3L, 128L, 1L, 256L, 1L)),
                        0),
                null,
                checkers(),
                null,
                new MailStatus(3, 1, 0, 2, "no such host"),
                null);
    }

    private static VrrpStatus.Address address(boolean present) {
        return new VrrpStatus.Address("192.168.1.100/32", "eth0", present);
    }

    private static VrrpStatus.Instance instance(String state, List<VrrpStatus.Address> addresses) {
        return new VrrpStatus.Instance(
                "VI_1",
                "eth0",
                51,
                state,
                TIME,
                95,
                100,
                "192.168.1.2",
                state.equals("MASTER") ? "192.168.1.3" : null,
                state.equals("FAULT") ? List.of("interface eth0 down") : List.of(),
                addresses,
                3,
                4,
                2,
                Map.of("TTL", 7L),
                new VrrpStatus.Trust(
                        List.of("192.168.1.100 at 02:00:00:00:00:09"),
                        "HMAC-SHA256, permissive, key 2; takes keys 1, 2",
                        Map.of("UNSIGNED", 6L)));
    }

    private static CheckersStatus checkers() {
        CheckersStatus.Check failed = new CheckersStatus.Check(
                "TCP_CHECK", "[10.0.0.2]:tcp:80", false, "Connection refused", TIME, 0.4, 0, 3);
        CheckersStatus.Check fresh =
                new CheckersStatus.Check("TCP_CHECK", "[10.0.0.3]:tcp:80", true, null, null, 0, 0, 0);
        CheckersStatus.Service service = new CheckersStatus.Service(
                "[192.168.1.100]:tcp:80",
                List.of("[192.168.1.100]:tcp:80"),
                List.of("[192.168.1.100]:tcp:80"),
                "rr",
                360,
                false,
                1,
                true,
                5,
                List.of(
                        new CheckersStatus.Server(
                                "[10.0.0.2]:tcp:80", "NAT", false, false, 1, null, 0, 0, null, List.of(failed)),
                        new CheckersStatus.Server(
                                "[10.0.0.3]:tcp:80",
                                "NAT",
                                false,
                                true,
                                1,
                                0,
                                1,
                                2,
                                "weight 0 by hand (configured 1)",
                                List.of(fresh)),
                        new CheckersStatus.Server("[10.0.0.9]:tcp:80", "DR", true, true, 1, 1, 0, 0, null, List.of())));
        return new CheckersStatus(List.of(service), List.of("not ours, left alone: real server 10.0.0.7:80"));
    }
}
