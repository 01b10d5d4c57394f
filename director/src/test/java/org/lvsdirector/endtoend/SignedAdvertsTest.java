package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** {@code auth_hmac} between two directors, from the first key to the last attack; keepalived's 2.2.7 of Debian does not know it. */
@Tag("netns")
class SignedAdvertsTest {
    private static final String VIP = "192.168.7.100";
    private static final String FIRST = "0f".repeat(32);
    private static final String SECOND = "a5".repeat(32);
    private static final int REPLAYS = 200;

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host left = network.host("left");
    private final Host right = network.host("right");
    private final Host attacker = network.host("attacker");

    @BeforeEach
    void plug() {
        Lan lan = network.lan("lan");
        left.plug(lan, "eth0", "192.168.7.1/24");
        right.plug(lan, "eth0", "192.168.7.2/24");
        attacker.plug(lan, "eth0", "192.168.7.3/24");
        for (Host host : new Host[] {left, right}) {
            host.write("/run/first.key", "hex:" + FIRST + "\n");
            host.write("/run/second.key", "hex:" + SECOND + "\n");
            host.exec("chmod", "600", "/run/first.key", "/run/second.key");
        }
    }

    private static void configure(Host host, int priority, String signing) {
        host.write("/run/director.conf", """
                vrrp_instance VI_1 {
                  version 3
                  interface eth0
                  virtual_router_id 77
                  priority %d
                  advert_int 0.5
                  %s
                  virtual_ipaddress { %s }
                }
                """.formatted(priority, signing, VIP));
    }

    private static String mode(String mode) {
        return "auth_hmac {\nkey 1 file:/run/first.key\nactive_key 1\nmode " + mode + "\n}";
    }

    private static String keys(String... lines) {
        return "auth_hmac {\n" + String.join("\n", lines) + "\n}";
    }

    private static RunningDirector start(Host host, int priority, String signing) {
        configure(host, priority, signing);
        return RunningDirector.start(host, "/run/director.conf");
    }

    private static void reload(RunningDirector director, Host host, int priority, String signing) {
        configure(host, priority, signing);
        director.command("reload").orFail();
    }

    private static long rejected(JsonNode instance, String reason) {
        return instance.at("/rejected/" + reason).asLong();
    }

    private static long received(RunningDirector director) {
        return director.instance("VI_1").path("advertsReceived").asLong();
    }

    private static void awaitRejected(RunningDirector director, String reason, long count) {
        Await.value(
                count + " " + reason, SOON, () -> director.instance("VI_1"), seen -> rejected(seen, reason) >= count);
    }

    /** It hears the master, which a reload has not kept from it. */
    private static void awaitHears(RunningDirector director) {
        long before = received(director);
        Await.until("three more advertisements", SOON, () -> received(director) >= before + 3);
    }

    @Test
    void aPairBeginsToSignWithoutATakeoverAndThenHeedsNothingElse() {
        RunningDirector master = start(left, 150, "");
        master.awaitAddress(VIP);
        RunningDirector backup = start(right, 100, "");
        backup.awaitState("VI_1", "BACKUP");
        awaitHears(backup);
        for (String mode : new String[] {"receive-only", "permissive", "enforce"}) {
            reload(backup, right, 100, mode(mode));
            reload(master, left, 150, mode(mode));
            awaitHears(backup);
        }
        JsonNode instance = backup.instance("VI_1");
        assertEquals("BACKUP", instance.path("state").asText());
        assertEquals("{}", instance.path("rejected").toString());
        assertEquals(
                "HMAC-SHA256, enforce, key 1; takes keys 1",
                instance.at("/trust/signing").asText());
        String said = backup.process().output();
        assertFalse(said.contains("Entering MASTER STATE"), said);
        backup.process().awaitLine("missing authentication trailer from 192.168.7.1, which is taken nonetheless", SOON);

        attacker.runWithInput(FORGERY, "python3", "-").orFail();
        awaitRejected(backup, "TRAILER_MISSING", 5);
        awaitRejected(master, "TRAILER_MISSING", 5);
        assertEquals("MASTER", master.instance("VI_1").path("state").asText());
    }

    @Test
    void keysRollOverAndAWrongOneIsTold() {
        RunningDirector master = start(left, 150, keys("key 1 file:/run/first.key", "active_key 1"));
        master.awaitAddress(VIP);
        String both = keys("key 1 file:/run/first.key", "key 2 file:/run/second.key", "active_key 1");
        RunningDirector backup = start(right, 100, both);
        backup.awaitState("VI_1", "BACKUP");
        awaitHears(backup);
        reload(master, left, 150, both.replace("active_key 1", "active_key 2"));
        awaitHears(backup);
        assertEquals("{}", backup.instance("VI_1").path("rejected").toString());

        reload(backup, right, 100, keys("key 2 hex:" + "11".repeat(32), "active_key 2"));
        awaitRejected(backup, "TRAILER_DIGEST", 3);
        backup.process().awaitLine("(VI_1) invalid authentication HMAC", SOON);
        backup.awaitState("VI_1", "MASTER"); // it hears nobody whom it believes

        reload(backup, right, 100, both);
        backup.awaitState("VI_1", "BACKUP");
        assertEquals("MASTER", master.instance("VI_1").path("state").asText());
    }

    /** Captured advertisements, sent again and again, neither hide that the master is gone nor keep anybody from being master. */
    @Test
    void replaysAreDroppedAndHideNothing() {
        String signing = keys("key 1 file:/run/first.key", "active_key 1", "time_window 300");
        RunningDirector master = start(left, 150, signing);
        master.awaitAddress(VIP);
        RunningDirector backup = start(right, 100, signing);
        backup.awaitState("VI_1", "BACKUP");
        awaitHears(backup);

        try (Running replay = attacker.start("python3", "-c", REPLAY)) {
            replay.awaitLine("captured", SOON);
            awaitRejected(backup, "TRAILER_REPLAY", REPLAYS);
            assertEquals("BACKUP", backup.instance("VI_1").path("state").asText());
            master.process().killTree();
            backup.awaitState("VI_1", "MASTER");
            long before = rejected(backup.instance("VI_1"), "TRAILER_REPLAY");
            awaitRejected(backup, "TRAILER_REPLAY", before + REPLAYS);
            assertEquals("MASTER", backup.instance("VI_1").path("state").asText());
        }
    }

    /** An unsigned advertisement of the highest priority, five times. */
    private static final String FORGERY = """
            import socket, struct
            s = socket.socket(socket.AF_INET, socket.SOCK_RAW, 112)
            s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton('192.168.7.3'))
            s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
            vip = socket.inet_aton('192.168.7.100')
            pseudo = socket.inet_aton('192.168.7.3') + socket.inet_aton('224.0.0.18') + struct.pack('!HH', 112, 12)
            def checksum(b):
                n = sum(struct.unpack('!%dH' % (len(b) // 2), b))
                while n >> 16: n = (n & 0xffff) + (n >> 16)
                return ~n & 0xffff
            head = struct.pack('!BBBBH', 0x31, 77, 254, 1, 50)
            message = head + struct.pack('!H', checksum(pseudo + head + b'\\0\\0' + vip)) + vip
            for i in range(5):
                s.sendto(message, ('224.0.0.18', 0))
            """;

    /** Takes one advertisement of the master off the wire and sends it again and again, as if from the master. */
    private static final String REPLAY = """
            import socket, time
            s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800))
            s.bind(('eth0', 0x0800))
            while True:
                frame = s.recv(2000)
                if frame[23] == 112 and frame[26:30] == socket.inet_aton('192.168.7.1'):
                    break
            print('captured', flush=True)
            while True:
                s.send(frame)
                time.sleep(0.01)
            """;
}
