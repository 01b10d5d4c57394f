package org.lvsdirector.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.ScriptedKernel.Sent;

class PipelineTest {
    @Test
    void onlyTheLastOfADatagramIsAcknowledged() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        assertEquals(Map.of(), new NetlinkConnection(kernel).executeAll(requests(3)));
        List<Sent> sent = kernel.datagrams().get(0);
        assertEquals(3, sent.size());
        assertEquals(NetlinkConstants.NLM_F_REQUEST, sent.get(0).flags());
        assertEquals(NetlinkConstants.NLM_F_REQUEST, sent.get(1).flags());
        assertEquals(
                NetlinkConstants.NLM_F_REQUEST | NetlinkConstants.NLM_F_ACK,
                sent.get(2).flags());
    }

    @Test
    void nothingToDoSendsNothing() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        assertEquals(Map.of(), new NetlinkConnection(kernel).executeAll(List.of()));
        assertEquals(List.of(), kernel.datagrams());
    }

    @Test
    void eachFailureIsAttributedToItsOwnRequest() {
        // As the kernel does: failures are told unasked and in order, and nothing stops.
        ScriptedKernel kernel = failing(Set.of(1, 3, 5), true);
        Map<Integer, NetlinkException> failures = new NetlinkConnection(kernel).executeAll(requests(7));
        assertEquals(List.of(1, 3, 5), List.copyOf(failures.keySet()));
        assertEquals(
                "try number 3: ENOENT (No such file or directory)",
                at(failures, 3).getMessage());
        assertFalse(at(failures, 3).outcomeUnknown());
    }

    @Test
    void theLastMayFailToo() {
        Map<Integer, NetlinkException> failures =
                new NetlinkConnection(failing(Set.of(2), true)).executeAll(requests(3));
        assertEquals(Set.of(2), failures.keySet());
    }

    @Test
    void noMoreRequestsThanRepliesCanWait() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging().withLimits(200_000, 4);
        assertEquals(Map.of(), new NetlinkConnection(kernel).executeAll(requests(10)));
        assertEquals(List.of(4, 4, 2), sizes(kernel));
    }

    @Test
    void noLongerDatagramThanTheSocketTakes() {
        int oneRequest = 16 + 4 + 8;
        ScriptedKernel kernel = ScriptedKernel.acknowledging().withLimits(4 * oneRequest, 100);
        assertEquals(Map.of(), new NetlinkConnection(kernel).executeAll(requests(5)));
        assertEquals(List.of(2, 2, 1), sizes(kernel));
    }

    @Test
    void aDatagramThatCouldNotBeSentFailsAllOfItsRequests() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging().withLimits(10, 100);
        Map<Integer, NetlinkException> failures = new NetlinkConnection(kernel).executeAll(requests(2));
        assertEquals(Set.of(0, 1), failures.keySet());
        assertEquals(Errno.EMSGSIZE, at(failures, 1).errno());
        assertFalse(at(failures, 1).outcomeUnknown());
    }

    @Test
    void afterALossKnownFailuresStayKnownAndTheRestIsUnknown() {
        ScriptedKernel kernel = new ScriptedKernel(requests -> List.of(
                Replies.error(requests.get(1).sequence(), Errno.EEXIST),
                ScriptedKernel.LOSS,
                Replies.error(requests.get(3).sequence(), Errno.ENOENT)));
        Map<Integer, NetlinkException> failures = new NetlinkConnection(kernel).executeAll(requests(5));
        assertEquals(Set.of(0, 1, 2, 3, 4), failures.keySet());
        assertEquals(Errno.EEXIST, at(failures, 1).errno());
        assertEquals(Errno.ENOENT, at(failures, 3).errno());
        for (int index : new int[] {0, 2, 4}) {
            assertTrue(at(failures, index).outcomeUnknown());
            assertEquals(Errno.ENOBUFS, at(failures, index).errno());
        }
        assertEquals(0, kernel.waiting(), "the queue is emptied, or the kernel would drop what follows");
    }

    @Test
    void afterALossAnAcknowledgedLastOneIsKnown() {
        ScriptedKernel kernel = new ScriptedKernel(requests ->
                List.of(ScriptedKernel.LOSS, Replies.ack(requests.get(1).sequence())));
        Map<Integer, NetlinkException> failures = new NetlinkConnection(kernel).executeAll(requests(2));
        assertEquals(Set.of(0), failures.keySet());
    }

    @Test
    void theNextDatagramIsSentAfterALoss() {
        List<Integer> datagrams = new ArrayList<>();
        ScriptedKernel kernel = new ScriptedKernel(requests -> {
            datagrams.add(requests.size());
            return datagrams.size() == 1
                    ? List.of(ScriptedKernel.LOSS)
                    : List.of(Replies.ack(requests.get(requests.size() - 1).sequence()));
        });
        kernel.withLimits(200_000, 2);
        Map<Integer, NetlinkException> failures = new NetlinkConnection(kernel).executeAll(requests(4));
        assertEquals(Set.of(0, 1), failures.keySet());
    }

    @Test
    void aMissingAcknowledgementLeavesTheOutcomeUnknown() {
        ScriptedKernel kernel = failing(Set.of(0), false);
        Map<Integer, NetlinkException> failures = new NetlinkConnection(kernel).executeAll(requests(2));
        assertEquals(Errno.ENOENT, at(failures, 0).errno());
        assertEquals(Errno.ETIMEDOUT, at(failures, 1).errno());
    }

    @Test
    void laterRequestsDoNotReuseSequenceNumbers() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        NetlinkConnection connection = new NetlinkConnection(kernel);
        connection.executeAll(requests(3));
        connection.execute(new TestRequest(9));
        int last = kernel.datagrams().get(0).get(2).sequence();
        assertEquals(last + 1, kernel.datagrams().get(1).get(0).sequence());
    }

    private static ScriptedKernel failing(Set<Integer> places, boolean acknowledge) {
        return new ScriptedKernel(requests -> {
            List<byte[]> replies = new ArrayList<>();
            for (int place = 0; place < requests.size(); place++) {
                Sent request = requests.get(place);
                if (places.contains(place)) {
                    replies.add(Replies.error(request.sequence(), Errno.ENOENT));
                } else if (acknowledge && (request.flags() & NetlinkConstants.NLM_F_ACK) != 0) {
                    replies.add(Replies.ack(request.sequence()));
                }
            }
            return replies;
        });
    }

    private static NetlinkException at(Map<Integer, NetlinkException> failures, int index) {
        return Objects.requireNonNull(failures.get(index), "no failure at that index");
    }

    private static List<Integer> sizes(ScriptedKernel kernel) {
        return kernel.datagrams().stream().map(List::size).toList();
    }

    private static List<TestRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(TestRequest::new).toList();
    }
}
