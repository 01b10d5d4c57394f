package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;

/**
 * Sends many requests a datagram. Only the last of each datagram asks for an acknowledgement: the kernel works in order and reports
 * failures unasked, so that one reply says that all is done, and the silence about the others that they went well.
 *
 * <p>A datagram holds no more requests than failures could wait in the receive buffer. Should the kernel drop replies nevertheless
 * ({@code ENOBUFS}), every request of that datagram without a reply has an unknown outcome, and is reported so.
 */
final class Pipeline {
    /** More to a datagram gains nothing measurable. */
    private static final int MAX_REQUESTS = 1000;

    private final NetlinkTransport transport;
    private final MessageWriter out;
    private final ByteBuffer in;
    private final NetlinkMessage message;
    private final long timeoutNanos;
    private final int maxRequests;

    private final Map<Integer, NetlinkException> failures = new TreeMap<>();

    Pipeline(NetlinkTransport transport, MessageWriter out, ByteBuffer in, NetlinkMessage message, long timeoutNanos) {
        this.transport = transport;
        this.out = out;
        this.in = in;
        this.message = message;
        this.timeoutNanos = timeoutNanos;
        this.maxRequests = Math.max(1, Math.min(MAX_REQUESTS, transport.maxPendingReplies()));
    }

    /** @param lastSequence the request at index i is sent with the number {@code lastSequence + 1 + i} */
    Map<Integer, NetlinkException> run(List<? extends NetlinkRequest> requests, int lastSequence) {
        int maxBytes = transport.maxSendBytes() / 2; // the request that crosses the line still fits
        int next = 0;
        while (next < requests.size()) {
            int first = next;
            out.clear();
            while (next < requests.size() && next - first < maxRequests && out.size() < maxBytes) {
                out.write(requests.get(next), 0, lastSequence + 1 + next);
                next++;
            }
            out.acknowledgeLast();
            exchange(requests, first, next, lastSequence + 1);
        }
        return failures;
    }

    private void exchange(List<? extends NetlinkRequest> requests, int first, int end, int sequenceOfZero) {
        try {
            transport.send(out.datagram());
        } catch (LinuxException e) {
            for (int index = first; index < end; index++) {
                failures.put(index, new NetlinkException(requests.get(index).describe(), e));
            }
            return;
        }
        LinuxException lost = null;
        boolean lastAnswered = false;
        while (!lastAnswered || lost != null) {
            in.clear();
            try {
                // After a loss the queue is emptied: until then the kernel drops every further reply.
                if (!transport.receive(in, lost == null ? timeoutNanos : 0)) {
                    break;
                }
            } catch (LinuxException e) {
                lost = e;
                continue;
            }
            message.begin();
            while (message.next()) {
                int index = message.sequence() - sequenceOfZero;
                if (message.type() == NetlinkConstants.NLMSG_ERROR && index >= first && index < end) {
                    if (ErrorMessage.errno(message) != 0) {
                        failures.put(index, ErrorMessage.failure(requests.get(index), message));
                    }
                    lastAnswered |= index == end - 1;
                }
            }
        }
        if (lost != null || !lastAnswered) {
            int known = lastAnswered ? end - 1 : end;
            reportUnknown(requests, first, known, lost);
        }
    }

    private void reportUnknown(
            List<? extends NetlinkRequest> requests, int first, int end, @Nullable LinuxException lost) {
        Errno errno = lost == null ? Errno.ETIMEDOUT : lost.errno();
        for (int index = first; index < end; index++) {
            if (!failures.containsKey(index)) {
                failures.put(
                        index,
                        new NetlinkException(
                                requests.get(index).describe(),
                                errno,
                                "the kernel's replies were lost, it may have been carried out"));
            }
        }
    }
}
