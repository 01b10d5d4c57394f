package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.TrafficStats;

/** The documented schema, read by somebody else's parser. */
class JsonListingTest {
    private final InMemoryIpvs ipvs = new InMemoryIpvs();
    private final Console console = new Console(Personality.IPVSCTL, () -> ipvs);

    private JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(console.run(line).orFail().output());
    }

    @Test
    void theTable() throws IOException {
        console.runAll("""
                -A -t 1.1.1.1:80 -s sh -b sh-port,flag-3 -p 60 -M 255.255.255.0
                -a -t 1.1.1.1:80 -r 10.0.0.1:81 -m -w 3 -x 20 -y 10
                -a -t 1.1.1.1:80 -r fd00::1 -i --tun-type gue --tun-port 6080 --tun-csum
                -A -f 4000000000 -6""");
        ServiceKey web = new ServiceKey.ByAddress(Protocol.TCP, IpAddresses.parse("1.1.1.1"), 80);
        RealServerKey first = new RealServerKey(IpAddresses.parse("10.0.0.1"), 81);
        TrafficStats stats = new TrafficStats(1, 2, 3, 4, -1, 6, 7, 8, 9, 10);
        RealServer server =
                new RealServer(first, ForwardingMethod.MASQUERADE, 3, 20, 10, org.lvsdirector.ipvs.Tunnel.IPIP);
        ipvs.table().count(web, new RealServerEntry(server, 11, 12, 13, stats));

        JsonNode table = json("-L -n --json");
        assertEquals("1.2.1", table.path("version").asText());
        assertEquals(4096, table.path("connectionTableSize").asInt());
        assertEquals(2, table.path("services").size());
        JsonNode service = table.path("services").get(0);
        assertEquals("tcp", service.path("protocol").asText());
        assertEquals("1.1.1.1", service.path("address").asText());
        assertEquals(80, service.path("port").asInt());
        assertEquals("sh", service.path("scheduler").asText());
        assertEquals("[\"sh-port\",\"flag-3\"]", service.path("flags").toString());
        assertFalse(service.path("onePacket").asBoolean(true));
        assertEquals(
                "{\"timeoutSeconds\":60,\"prefixLength\":24}",
                service.path("persistence").toString());
        JsonNode real = service.path("realServers").get(0);
        assertEquals("10.0.0.1", real.path("address").asText());
        assertEquals("masquerade", real.path("forwarding").asText());
        assertEquals(3, real.path("weight").asInt());
        assertEquals(20, real.path("upperThreshold").asInt());
        assertEquals(10, real.path("lowerThreshold").asInt());
        assertEquals(11, real.path("activeConnections").asInt());
        assertEquals(12, real.path("inactiveConnections").asInt());
        assertEquals(13, real.path("persistentConnections").asInt());
        assertEquals(
                "{\"connections\":1,\"inPackets\":2,\"outPackets\":3,\"inBytes\":4,\"outBytes\":18446744073709551615}",
                real.path("stats").toString());
        assertEquals(
                "{\"connections\":6,\"inPackets\":7,\"outPackets\":8,\"inBytes\":9,\"outBytes\":10}",
                real.path("rates").toString());
        assertEquals(
                "{\"type\":\"gue\",\"port\":6080,\"checksum\":\"full\"}",
                service.path("realServers").get(1).path("tunnel").toString());
        JsonNode mark = table.path("services").get(1);
        assertEquals("fwm", mark.path("protocol").asText());
        assertEquals(4_000_000_000L, mark.path("mark").asLong());
        assertEquals("ipv6", mark.path("family").asText());
        assertTrue(mark.path("realServers").isEmpty());
    }

    @Test
    void anEmptyTableAndOneService() throws IOException {
        assertTrue(json("-L --json").path("services").isEmpty());
        console.runAll("-A -f 1");
        JsonNode one = json("-L -f 1 --json");
        assertEquals(1, one.path("services").size());
        assertTrue(one.path("version").isMissingNode());
    }

    @Test
    void timeoutsAndDaemons() throws IOException {
        console.runAll("--set 1 2 3\n--start-daemon backup --mcast-interface d0 --syncid 7");
        assertEquals(
                "{\"timeouts\":{\"tcp\":1,\"tcpFin\":2,\"udp\":3}}",
                json("-L --timeout --json").toString());
        JsonNode daemon = json("-L --daemon --json").path("daemons").get(0);
        assertEquals("backup", daemon.path("role").asText());
        assertEquals("d0", daemon.path("interface").asText());
        assertEquals(7, daemon.path("syncId").asInt());
        assertEquals("224.0.0.81", daemon.path("group").asText());
    }

    @Test
    void connections(@TempDir Path directory) throws IOException {
        console.withConnections(Files.writeString(directory.resolve("ip_vs_conn"), """
                Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData
                TCP 0A00000A 0001 01010101 0050 0A000001 0050 ESTABLISHED     899
                UDP 0A00000A 0002 01010101 0050 0A000001 0050 UDP              59 sip "quo\\ted"
                """));
        JsonNode connections = json("-L -c --json").path("connections");
        assertEquals(
                "{\"protocol\":\"tcp\",\"state\":\"ESTABLISHED\",\"secondsLeft\":899,"
                        + "\"client\":{\"address\":\"10.0.0.10\",\"port\":1},"
                        + "\"virtual\":{\"address\":\"1.1.1.1\",\"port\":80},"
                        + "\"realServer\":{\"address\":\"10.0.0.1\",\"port\":80}}",
                connections.get(0).toString());
        assertEquals(
                "\"quo\\ted\"",
                connections.get(1).path("persistence").path("data").asText());
    }
}
