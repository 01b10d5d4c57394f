package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;

/**
 * Requests to the kernel and their answers, matched by sequence number. Owned by one thread. Every failure is a
 * {@link NetlinkException} that begins with the request's own description.
 */
public final class NetlinkConnection implements AutoCloseable {
    /** The kernel fills dumps up to 32 KiB a datagram, if the reader has that much room. */
    private static final int RECEIVE_BYTES = 64 * 1024;

    /** The kernel answers while it is being asked; a longer silence means that the answer was lost. */
    private static final long REPLY_TIMEOUT_NANOS = 10_000_000_000L;

    private static final int MAX_DUMP_ATTEMPTS = 10;

    // Named classes instead of lambdas here and below: the first lambda costs a short command tens of milliseconds.
    private static final MessageHandler IGNORE = new MessageHandler() {
        @Override
        public void handle(NetlinkMessage message) {}
    };

    private final NetlinkTransport transport;
    private final MessageWriter out = new MessageWriter();
    private final ByteBuffer in = ByteBuffer.allocateDirect(RECEIVE_BYTES).order(ByteOrder.nativeOrder());
    private final NetlinkMessage message = new NetlinkMessage(in);
    private int sequence;

    public NetlinkConnection(NetlinkTransport transport) {
        this.transport = transport;
    }

    /** Opens a connection in the network namespace of the calling thread, see {@link NetlinkSocket#open}. */
    public static NetlinkConnection open(int protocol) {
        return new NetlinkConnection(NetlinkSocket.open(protocol));
    }

    /** Has a request carried out and waits for its acknowledgement. */
    public void execute(NetlinkRequest request) {
        execute(request, IGNORE);
    }

    /** Has a request carried out and hands over what the kernel answers before the acknowledgement. */
    public void execute(NetlinkRequest request, MessageHandler answers) {
        exchange(request, NetlinkConstants.NLM_F_ACK, answers);
    }

    /**
     * Asks for everything of a kind. A dump that changes interrupted ({@code NLM_F_DUMP_INTR}) is asked for again, a few times; then it
     * fails with {@code EINTR}.
     */
    public <T> List<T> dump(NetlinkRequest request, MessageDecoder<? extends T> decoder) {
        for (int attempt = 0; attempt < MAX_DUMP_ATTEMPTS; attempt++) {
            Collector<T> collector = new Collector<>(decoder);
            if (exchange(request, NetlinkConstants.NLM_F_DUMP, collector)) {
                return collector.result;
            }
        }
        throw new NetlinkException(
                request.describe(), Errno.EINTR, "changes interrupted the dump " + MAX_DUMP_ATTEMPTS + " times");
    }

    /**
     * Has many requests carried out in order, many to a datagram; one that fails does not stop those after it.
     *
     * @return failures by index in the list, empty when all went well. Where {@link NetlinkException#outcomeUnknown} the request may
     *     have been carried out all the same
     */
    public Map<Integer, NetlinkException> executeAll(List<? extends NetlinkRequest> requests) {
        Pipeline pipeline = new Pipeline(transport, out, in, message, REPLY_TIMEOUT_NANOS);
        Map<Integer, NetlinkException> failures = pipeline.run(requests, sequence);
        sequence += requests.size();
        return failures;
    }

    /**
     * Has requests carried out together or, if one of them fails, not at all, as nfnetlink does with what stands between a begin and an
     * end message. At least one request; all must fit one datagram.
     */
    public void executeTogether(NetlinkRequest begin, List<? extends NetlinkRequest> requests, NetlinkRequest end) {
        List<NetlinkRequest> sent = new ArrayList<>(requests.size() + 1);
        sent.add(begin);
        sent.addAll(requests);
        int first = sequence + 1;
        out.clear();
        for (NetlinkRequest request : sent) {
            out.write(request, 0, ++sequence);
        }
        int last = sequence;
        out.acknowledgeLast(); // not the end message: kernels before 6.10 never answer that one
        out.write(end, 0, ++sequence);
        try {
            transport.send(out.datagram());
        } catch (LinuxException e) {
            throw new NetlinkException(begin.describe(), e);
        }
        awaitOutcome(sent, first, last);
    }

    private void awaitOutcome(List<NetlinkRequest> sent, int first, int last) {
        while (true) {
            receive(sent.get(0));
            while (message.next()) {
                int index = message.sequence() - first;
                if (message.type() != NetlinkConstants.NLMSG_ERROR || index < 0 || index >= sent.size()) {
                    continue;
                }
                if (ErrorMessage.errno(message) != 0) {
                    throw ErrorMessage.failure(
                            sent.get(index), message); // that of later requests is passed over next time
                }
                if (message.sequence() == last) {
                    return;
                }
            }
        }
    }

    /** Returns false if the kernel says that the answers do not fit together. */
    private boolean exchange(NetlinkRequest request, int flags, MessageHandler handler) {
        send(request, flags);
        boolean consistent = true;
        RuntimeException handlerFailure = null;
        while (true) {
            receive(request);
            while (message.next()) {
                if (message.sequence() != sequence) {
                    continue; // left over from a request whose answer came too late
                }
                consistent &= (message.flags() & NetlinkConstants.NLM_F_DUMP_INTR) == 0;
                switch (message.type()) {
                    case NetlinkConstants.NLMSG_NOOP -> {}
                    case NetlinkConstants.NLMSG_ERROR -> {
                        if (ErrorMessage.errno(message) != 0) {
                            throw ErrorMessage.failure(request, message);
                        }
                        throwIfAny(handlerFailure);
                        return consistent;
                    }
                    case NetlinkConstants.NLMSG_DONE -> {
                        if (ErrorMessage.doneErrno(message) != 0) {
                            throw ErrorMessage.doneFailure(request, message);
                        }
                        throwIfAny(handlerFailure);
                        return consistent;
                    }
                    case NetlinkConstants.NLMSG_OVERRUN ->
                        throw new NetlinkException(request.describe(), Errno.ENOBUFS, "the kernel lost answers");
                    default -> handlerFailure = handle(handler, handlerFailure);
                }
            }
        }
    }

    /** Hands the message over; after a failure the rest is only read, or the kernel would refuse the next dump as busy. */
    private @Nullable RuntimeException handle(MessageHandler handler, @Nullable RuntimeException earlier) {
        if (earlier == null) {
            try {
                handler.handle(message);
            } catch (RuntimeException e) {
                return e;
            }
        }
        return earlier;
    }

    private static void throwIfAny(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    private void send(NetlinkRequest request, int flags) {
        sequence++;
        out.clear();
        out.write(request, flags, sequence);
        try {
            transport.send(out.datagram());
        } catch (LinuxException e) {
            throw new NetlinkException(request.describe(), e);
        }
    }

    private void receive(NetlinkRequest request) {
        in.clear();
        boolean received;
        try {
            received = transport.receive(in, REPLY_TIMEOUT_NANOS);
        } catch (LinuxException e) {
            throw new NetlinkException(request.describe(), e);
        }
        if (!received) {
            throw new NetlinkException(request.describe(), Errno.ETIMEDOUT, "no answer from the kernel");
        }
        message.begin();
    }

    @Override
    public void close() {
        transport.close();
    }

    private static final class Collector<T> implements MessageHandler {
        private final MessageDecoder<? extends T> decoder;
        private final List<T> result = new ArrayList<>();

        Collector(MessageDecoder<? extends T> decoder) {
            this.decoder = decoder;
        }

        @Override
        public void handle(NetlinkMessage message) {
            T value = decoder.decode(message);
            if (value != null) {
                result.add(value);
            }
        }
    }
}
