package org.lvsdirector.control.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.control.checkers.CheckersWork;
import org.lvsdirector.control.checkers.GroupMarks;
import org.lvsdirector.control.checkers.KernelExtras;
import org.lvsdirector.control.checkers.Predecessor;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.KnownCheck;
import org.lvsdirector.control.message.ProcessTuning;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.netlink.netfilter.PacketMark;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.Resumption;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.ScriptOutcome;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.ChecksumForm;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.packet.UnicastPeer;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** Everything that travels comes back as it went. */
class JsonTest {
    private static final CheckId CHECK = new CheckId("[10.0.0.1]:tcp:80", "[10.0.0.2]:tcp:80", 0);

    @ParameterizedTest
    @MethodSource("commands")
    void commandsSurvive(Command command) throws JsonProcessingException {
        String json = Json.mapper().writeValueAsString(command);
        assertEquals(command, Json.mapper().readValue(json, Command.class));
    }

    static List<Command> commands() throws UnknownHostException {
        return List.of(
                new Command.PrepareVrrp(3, startOrder(), "/run/links.sysctl"),
                new Command.PrepareCheckers(
                        4,
                        checkersSettings(),
                        Predecessor.SAME_CONFIGURATION,
                        List.of(new KnownCheck(CHECK, false, -3))),
                new Command.Commit(1),
                new Command.Abort(Long.MAX_VALUE),
                new Command.ScriptEnded("chk", ScriptOutcome.timedOut()),
                new Command.CheckEnded(5, new org.lvsdirector.control.script.ScriptOutcome.Exited(7)),
                new Command.CheckEnded(6, new org.lvsdirector.control.script.ScriptOutcome.NotStarted("no")),
                new Command.Ask(1),
                new Command.Heal(2),
                new Command.Stop(true));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void reportsSurvive(Report report) throws JsonProcessingException {
        String json = Json.mapper().writeValueAsString(report);
        assertEquals(report, Json.mapper().readValue(json, Report.class));
    }

    static List<Report> reports() {
        return List.of(
                new Report.Beat(),
                new Report.Prepared(1),
                new Report.Refused(2, "no \"such\"\nthing \u5b9a"),
                new Report.Committed(3),
                new Report.CannotRun(3, "this kernel has no IPVS"),
                new Report.Notify(
                        new SendNotification(SendNotification.Subject.INSTANCE, "VI_1", NotifyState.MASTER, 100)),
                new Report.RunScript("chk"),
                new Report.RunCheck(5, CHECK),
                new Report.Health(List.of(new KnownCheck(CHECK, true, -3))),
                new Report.Answer(9, Json.mapper().createObjectNode().put("a", 1)));
    }

    @Test
    void aRealServerOfManyServicesTravelsOnce() throws JsonProcessingException, UnknownHostException {
        String json = Json.mapper().writeValueAsString(checkersSettings());
        ServiceDefinition service = Json.mapper()
                .readValue(json, CheckersSettings.class)
                .work()
                .services()
                .get(0);
        assertEquals(1, json.split("\"name\":\"" + Pattern.quote(CHECK.server()), -1).length - 1, json);
        assertSame(service.servers().get(0), service.sorry());
    }

    @Test
    void requestsAreShortLines() throws JsonProcessingException {
        assertEquals(
                "{\"@type\":\"Attach\",\"role\":\"VRRP\"}",
                Json.mapper().writeValueAsString(new Request.Attach(ChildRole.VRRP)));
        assertEquals("{\"@type\":\"Stop\"}", Json.mapper().writeValueAsString(new Request.Stop()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{\"@type\":\"java.lang.Runtime\"}",
                "{\"@type\":\"Commit\"}",
                "{\"@type\":\"Commit\",\"generation\":\"x\"}",
                "{\"@type\":\"Commit\",\"generation\":1,\"more\":2}",
                "{\"@type\":\"Commit\",\"generation\":"
            })
    void nonsenseIsRefused(String text) {
        assertThrows(JsonProcessingException.class, () -> {
            Command read = Json.mapper().readerFor(Command.class).readValue(text);
            throw new AssertionError("read as " + read);
        });
    }

    @Test
    void anAddressIsNeverLookedUp() {
        assertThrows(JsonProcessingException.class, () -> Json.mapper().readValue("\"localhost\"", InetAddress.class));
        assertThrows(JsonProcessingException.class, () -> Json.mapper().readValue("\"dead.beef\"", InetAddress.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "2001:db8:0:0:0:0:0:1", "0:0:0:0:0:ffff:a00:1", "0.0.0.0"})
    void addressesSurvive(String text) throws JsonProcessingException, UnknownHostException {
        InetAddress address = InetAddress.getByName(text);
        String json = Json.mapper().writeValueAsString(address);
        assertEquals(address, Json.mapper().readValue(json, InetAddress.class));
    }

    private static StartOrder startOrder() throws UnknownHostException {
        AdvertisementSettings advertisement = AdvertisementSettings.v2(
                        51, 1_000_000_000L, Authentication.pass("\u5bc6 x"))
                .withSource(InetAddress.getByName("192.168.1.2"));
        InstanceSettings instance = InstanceSettings.of(
                "VI_1",
                "eth0",
                advertisement,
                ElectionSettings.of(InitialState.MASTER, 100).withPreemptDelay(5),
                List.of(VirtualAddress.of(InetAddress.getByName("192.168.1.100"))));
        Unicast unicast = new Unicast(List.of(new UnicastPeer(InetAddress.getByName("2001:db8::9"), 2, 64)), 64, true);
        InstanceSettings six = InstanceSettings.of(
                "VI_6",
                "eth0",
                AdvertisementSettings.v3(Family.IPV6, 51, 10_000_000L)
                        .withDelivery(Delivery.multicast(Family.IPV6)
                                .withUnicast(unicast)
                                .withChecksum(ChecksumForm.MESSAGE_ONLY)),
                ElectionSettings.of(InitialState.BACKUP, 100),
                List.of(new VirtualAddress(
                        InetAddress.getByName("fe80::51"),
                        64,
                        null,
                        0,
                        null,
                        null,
                        InetAddress.getByName("fe80::52"),
                        0xFFFF_FFFFL,
                        EnumSet.allOf(AddressOption.class))));
        return new StartOrder(
                RouterSettings.of(List.of(instance, six)).withOptions(new RouterOptions(1, 2, false)),
                List.of(new Resumption(instance.key(), 123456789012345L)),
                List.of(new StartOrder.Leftover("eth1", VirtualAddress.of(InetAddress.getByName("2001:db8::1"), 64))),
                List.of(),
                List.of(new VirtualInterface(
                        "ipv6",
                        "eth0",
                        VirtualInterface.Kind.IPVLAN_VEPA,
                        null,
                        new Prefix(InetAddress.getByName("2001:db8::7"), 64),
                        true)));
    }

    private static CheckersSettings checkersSettings() throws UnknownHostException {
        InetAddress server = InetAddress.getByName("10.0.0.2");
        RealServerDefinition real = new RealServerDefinition(
                CHECK.server(), server, 80, ForwardingMethod.DIRECT_ROUTE, 3, 10, 5, Tunnel.IPIP, true);
        ServiceDefinition service = new ServiceDefinition(
                CHECK.service(),
                List.of(
                        new ServiceKey.ByAddress(Protocol.TCP, InetAddress.getByName("10.0.0.1"), 80),
                        new ServiceKey.ByFwmark(0xFFFF_FFFFL, AddressFamily.IPV4)),
                "wrr",
                Set.of(ServiceFlag.ONE_PACKET),
                new Persistence(900, 24, "sip"),
                List.of(real),
                real,
                2,
                1,
                true);
        TcpProbe probe = new TcpProbe(ConnectOptions.to(server, 80, 3_000_000_000L), TcpProbe.Closing.RESET);
        CheckSpec check = new CheckSpec(CHECK, probe, new CheckTiming(6_000_000_000L, 3, 3, 0), true, true);
        KernelExtras extras = new KernelExtras(
                Map.of("net/ipv4/vs/x", "1"),
                List.of(),
                new GroupMarks("v", -1, List.of(new PacketMark(server, 6, 443, 0xFFFF_FFFFL))));
        CheckersWork work = new CheckersWork(
                List.of(service), List.of(check), true, false, new IpvsTimeouts(1, 2, 3), 10, extras, List.of());
        return new CheckersSettings(work, "/run/x", null, new ProcessTuning(Scheduling.ORDINARY, 7L, true));
    }
}
