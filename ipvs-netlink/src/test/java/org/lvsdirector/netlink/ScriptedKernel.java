package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;

/**
 * A kernel behind the datagram seam that answers each datagram by a script: the code under test meets real bytes both ways. A script
 * returns what arrives afterwards: datagrams made by {@link Replies}, or {@link #LOSS} where the kernel drops replies.
 */
public final class ScriptedKernel implements NetlinkTransport {
    /** In place of a datagram: the next receive fails with ENOBUFS. */
    public static final byte[] LOSS = new byte[0];

    /** A request as it arrived: header fields, and the payload behind {@code struct nlmsghdr} in hexadecimal. */
    public record Sent(int type, int flags, int sequence, String payload) {
        public byte[] payloadBytes() {
            return HexFormat.of().parseHex(payload);
        }
    }

    private final Function<List<Sent>, List<byte[]>> script;
    private final List<List<Sent>> datagrams = new ArrayList<>();
    private final Deque<byte[]> incoming = new ArrayDeque<>();
    private int maxSendBytes = 200_000;
    private int maxPendingReplies = 200;
    private boolean closed;

    public ScriptedKernel(Function<List<Sent>, List<byte[]>> script) {
        this.script = script;
    }

    /** A kernel that acknowledges every request that asks for it. */
    public static ScriptedKernel acknowledging() {
        return new ScriptedKernel(requests -> {
            List<byte[]> acks = new ArrayList<>();
            for (Sent request : requests) {
                if ((request.flags() & NetlinkConstants.NLM_F_ACK) != 0) {
                    acks.add(Replies.ack(request.sequence()));
                }
            }
            return acks;
        });
    }

    public ScriptedKernel withLimits(int sendBytes, int pendingReplies) {
        maxSendBytes = sendBytes;
        maxPendingReplies = pendingReplies;
        return this;
    }

    /** Has datagrams arrive unasked. */
    public void arrive(byte[]... datagram) {
        incoming.addAll(List.of(datagram));
    }

    /** What was sent, datagram by datagram. */
    public List<List<Sent>> datagrams() {
        return datagrams;
    }

    /** The only request that was sent. */
    public Sent only() {
        if (datagrams.size() != 1 || datagrams.get(0).size() != 1) {
            throw new AssertionError("not one request but " + datagrams);
        }
        return datagrams.get(0).get(0);
    }

    public boolean isClosed() {
        return closed;
    }

    public int waiting() {
        return incoming.size();
    }

    @Override
    public int maxSendBytes() {
        return maxSendBytes;
    }

    @Override
    public int maxPendingReplies() {
        return maxPendingReplies;
    }

    @Override
    public void send(ByteBuffer datagram) {
        if (datagram.remaining() > maxSendBytes) {
            throw new LinuxException("send", Errno.EMSGSIZE);
        }
        List<Sent> requests = new ArrayList<>();
        ByteBuffer in = datagram.order(ByteOrder.nativeOrder());
        while (in.hasRemaining()) {
            int length = in.getInt();
            int type = Short.toUnsignedInt(in.getShort());
            int flags = Short.toUnsignedInt(in.getShort());
            int sequence = in.getInt();
            in.getInt(); // nlmsg_pid
            byte[] payload = new byte[length - NetlinkConstants.NLMSG_HDRLEN];
            in.get(payload);
            requests.add(new Sent(type, flags, sequence, HexFormat.of().formatHex(payload)));
        }
        datagrams.add(requests);
        incoming.addAll(script.apply(requests));
    }

    @Override
    public boolean receive(ByteBuffer buffer, long timeoutNanos) {
        byte[] datagram = incoming.poll();
        if (datagram == null) {
            return false; // time passes at once here
        }
        if (datagram == LOSS) {
            throw new LinuxException("receive", Errno.ENOBUFS);
        }
        buffer.put(datagram);
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
