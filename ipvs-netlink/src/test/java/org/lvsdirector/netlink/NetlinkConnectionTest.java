package org.lvsdirector.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.ScriptedKernel.Sent;

class NetlinkConnectionTest {
    private static final NetlinkRequest REQUEST = new TestRequest(7);
    private static final int ANSWER = 200;

    @Test
    void numbersItsRequestsAndAsksForAcknowledgement() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        NetlinkConnection connection = new NetlinkConnection(kernel);
        connection.execute(REQUEST);
        connection.execute(REQUEST);
        Sent first = kernel.datagrams().get(0).get(0);
        Sent second = kernel.datagrams().get(1).get(0);
        assertEquals(TestRequest.TYPE, first.type());
        assertEquals(NetlinkConstants.NLM_F_REQUEST | NetlinkConstants.NLM_F_ACK, first.flags());
        assertEquals(first.sequence() + 1, second.sequence());
        connection.close();
        assertTrue(kernel.isClosed());
    }

    @Test
    void aRefusalCarriesTheErrnoAndTheKernelsText() {
        NetlinkException shortened = assertThrows(NetlinkException.class, () -> connected(
                        sent -> Replies.error(sent.sequence(), Errno.EINVAL, "no such luck", new byte[0]))
                .execute(REQUEST));
        assertEquals("try number 7: EINVAL (Invalid argument): no such luck", shortened.getMessage());
        assertEquals(Errno.EINVAL, shortened.errno());
        assertEquals("no such luck", shortened.explanation());

        NetlinkException whole = assertThrows(NetlinkException.class, () -> connected(
                        sent -> Replies.error(sent.sequence(), Errno.EPERM, "not you", sent.payloadBytes()))
                .execute(REQUEST));
        assertEquals("not you", whole.explanation());

        NetlinkException bare = assertThrows(
                NetlinkException.class, () -> connected(sent -> Replies.error(sent.sequence(), Errno.EEXIST))
                        .execute(REQUEST));
        assertEquals("try number 7: EEXIST (File exists)", bare.getMessage());
        assertNull(bare.explanation());
    }

    @Test
    void handsOverTheAnswerBeforeTheAcknowledgement() {
        List<Long> seen = new ArrayList<>();
        connected(sent -> Replies.datagram(answer(sent, 0, 41), answer(sent, 0, 42), Replies.ack(sent.sequence())))
                .execute(REQUEST, message -> seen.add(message.u32(0)));
        assertEquals(List.of(41L, 42L), seen);
    }

    @Test
    void passesOverWhatAnEarlierRequestLeft() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        kernel.arrive(Replies.error(-5, Errno.EINVAL), Replies.done(1234));
        new NetlinkConnection(kernel).execute(REQUEST);
        assertEquals(0, kernel.waiting());
    }

    @Test
    void aSilentKernelIsATimeout() {
        ScriptedKernel kernel = new ScriptedKernel(requests -> List.of());
        NetlinkException failure =
                assertThrows(NetlinkException.class, () -> new NetlinkConnection(kernel).execute(REQUEST));
        assertEquals(Errno.ETIMEDOUT, failure.errno());
        assertTrue(failure.outcomeUnknown());
    }

    @Test
    void aLostAnswerLeavesTheOutcomeUnknown() {
        ScriptedKernel kernel = new ScriptedKernel(requests -> List.of(ScriptedKernel.LOSS));
        NetlinkException failure =
                assertThrows(NetlinkException.class, () -> new NetlinkConnection(kernel).execute(REQUEST));
        assertEquals(Errno.ENOBUFS, failure.errno());
        assertTrue(failure.outcomeUnknown());
    }

    @Test
    void aDumpSpansDatagramsAndEndsWithDone() {
        ScriptedKernel kernel = new ScriptedKernel(requests -> {
            Sent sent = requests.get(0);
            return List.of(
                    Replies.datagram(answer(sent, 0, 1), answer(sent, 0, 2)),
                    answer(sent, 0, 3),
                    Replies.done(sent.sequence()));
        });
        assertEquals(List.of(1L, 2L, 3L), new NetlinkConnection(kernel).dump(REQUEST, message -> message.u32(0)));
        assertEquals(
                NetlinkConstants.NLM_F_REQUEST | NetlinkConstants.NLM_F_DUMP,
                kernel.only().flags());
    }

    @Test
    void anEmptyDumpIsAnEmptyList() {
        assertEquals(
                List.of(), connected(sent -> Replies.done(sent.sequence())).dump(REQUEST, message -> message.u32(0)));
    }

    @Test
    void aDumpPassesOverWhatItsDecoderDoesNotWant() {
        List<Long> odd = connected(
                        sent -> Replies.datagram(answer(sent, 0, 1), answer(sent, 0, 2), Replies.done(sent.sequence())))
                .dump(REQUEST, message -> message.u32(0) % 2 == 1 ? message.u32(0) : null);
        assertEquals(List.of(1L), odd);
    }

    @Test
    void anInterruptedDumpIsAskedForAgain() {
        List<Integer> attempts = new ArrayList<>();
        NetlinkConnection connection = connected(sent -> {
            attempts.add(sent.sequence());
            return attempts.size() == 1
                    ? Replies.datagram(answer(sent, NetlinkConstants.NLM_F_DUMP_INTR, 1), Replies.done(sent.sequence()))
                    : Replies.datagram(answer(sent, 0, 2), Replies.done(sent.sequence()));
        });
        assertEquals(List.of(2L), connection.dump(REQUEST, message -> message.u32(0)));
        assertEquals(2, attempts.size());
    }

    @Test
    void aDumpThatIsAlwaysInterruptedFails() {
        NetlinkConnection connection =
                connected(sent -> Replies.done(sent.sequence(), NetlinkConstants.NLM_F_DUMP_INTR, 0));
        NetlinkException failure =
                assertThrows(NetlinkException.class, () -> connection.dump(REQUEST, message -> message.u32(0)));
        assertEquals(Errno.EINTR, failure.errno());
        assertFalse(failure.outcomeUnknown());
    }

    @Test
    void aDumpMayFailAtItsEnd() {
        NetlinkConnection connection = connected(sent -> Replies.done(sent.sequence(), 0, Errno.ENOMEM.number()));
        NetlinkException failure =
                assertThrows(NetlinkException.class, () -> connection.dump(REQUEST, message -> message.u32(0)));
        assertEquals(Errno.ENOMEM, failure.errno());
    }

    @Test
    void aDumpIsReadToItsEndAlthoughTheDecoderFails() {
        ScriptedKernel kernel = new ScriptedKernel(requests -> {
            Sent sent = requests.get(0);
            return List.of(answer(sent, 0, 1), answer(sent, 0, 2), Replies.done(sent.sequence()));
        });
        IllegalStateException thrown = new IllegalStateException("decoder");
        assertSame(thrown, assertThrows(IllegalStateException.class, () -> new NetlinkConnection(kernel)
                .dump(REQUEST, message -> {
                    throw thrown;
                })));
        assertEquals(0, kernel.waiting());
    }

    @Test
    void aMessageCutShortIsAnErrorAtEveryLength() {
        byte[] whole = answer(new Sent(0, 0, 1, ""), 0, 9);
        for (int length = 1; length < whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            NetlinkException failure = assertThrows(
                    NetlinkException.class,
                    () -> connected(sent -> prefix).execute(REQUEST, message -> message.u32(0)),
                    "cut to " + length);
            assertEquals(Errno.EPROTO, failure.errno());
        }
    }

    private static NetlinkConnection connected(Function<Sent, byte[]> script) {
        return new NetlinkConnection(new ScriptedKernel(requests -> List.of(script.apply(requests.get(0)))));
    }

    private static byte[] answer(Sent request, int flags, int value) {
        byte[] payload = ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
        return Replies.message(ANSWER, flags | NetlinkConstants.NLM_F_MULTI, request.sequence(), payload);
    }
}
