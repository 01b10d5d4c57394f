package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Running;

/** Counts the changes of the IPVS table that processes of a machine ask its kernel for, with the kernel's own monitor of netlink. */
final class NetlinkTap {
    private static final String RECORD = "/run/netlink.pcap";
    private static final int FILE_HEADER = 24;
    /** What stands before each packet: two times, two lengths. */
    private static final int PACKET_HEADER = 16;

    private static final int PACKET_LENGTH = 8;
    /** What the monitor puts before the messages: their protocol among it, so that only generic netlink is counted. */
    private static final int MONITOR_HEADER = 16;

    private static final int MONITOR_PROTOCOL = 14;
    private static final int NETLINK_GENERIC = 16;
    private static final int MESSAGE_HEADER = 16;
    private static final int NLM_F_REQUEST = 1;
    /** The family that families are asked for, the only one that has a fixed number. */
    private static final int GENL_ID_CTRL = 16;

    private final Host host;
    private final Running recorder;

    /** The changes, each with its {@code IPVS_CMD_} number. */
    enum Change {
        NEW_SERVICE(1),
        SET_SERVICE(2),
        DEL_SERVICE(3),
        NEW_DEST(5),
        SET_DEST(6),
        DEL_DEST(7);

        private final int number;

        Change(int number) {
            this.number = number;
        }
    }

    private NetlinkTap(Host host, Running recorder) {
        this.host = host;
        this.recorder = recorder;
    }

    /** Listens from now on. */
    static NetlinkTap on(Host host) {
        host.exec("modprobe", "nlmon");
        host.exec("ip", "link", "add", "nlmon0", "type", "nlmon");
        host.exec("ip", "link", "set", "nlmon0", "up");
        Running recorder = host.start("tcpdump", "-i", "nlmon0", "--immediate-mode", "-U", "-w", RECORD);
        recorder.awaitLine("listening on", RunningDirector.PATIENCE);
        return new NetlinkTap(host, recorder);
    }

    /** Ends, and counts what was asked meanwhile; kinds that were not are left out. */
    Map<Change, Integer> stop() {
        recorder.signal("TERM");
        recorder.awaitExit(RunningDirector.PATIENCE);
        try {
            return count(ByteBuffer.wrap(Files.readAllBytes(host.file(RECORD))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Change, Integer> count(ByteBuffer file) {
        file.order(ByteOrder.nativeOrder()).position(FILE_HEADER);
        Map<Change, Integer> found = new EnumMap<>(Change.class);
        while (file.hasRemaining()) {
            int packet = file.position() + PACKET_HEADER;
            int end = packet + file.getInt(file.position() + PACKET_LENGTH);
            // The only field in the network's order.
            boolean generic = Short.reverseBytes(file.getShort(packet + MONITOR_PROTOCOL)) == NETLINK_GENERIC;
            file.position(packet + MONITOR_HEADER);
            while (generic && file.position() + MESSAGE_HEADER < end) {
                message(file, found);
            }
            file.position(end);
        }
        return found;
    }

    /** {@code nlmsghdr}, and behind it the command of a {@code genlmsghdr}; answers repeat the command, but are no requests. */
    private static void message(ByteBuffer file, Map<Change, Integer> found) {
        int at = file.position();
        int length = file.getInt(at);
        int flags = file.getShort(at + 6);
        int command = file.get(at + MESSAGE_HEADER);
        boolean family = file.getShort(at + 4) > GENL_ID_CTRL;
        for (Change change : Change.values()) {
            if (family && (flags & NLM_F_REQUEST) != 0 && change.number == command) {
                found.merge(change, 1, Integer::sum);
            }
        }
        file.position(at + (length + 3) / 4 * 4);
    }
}
