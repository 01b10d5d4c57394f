package org.lvsdirector.control.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jnr.unixsocket.UnixSocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.supervise.ChildRole;

/** Two ends of a real socket pair. */
// A native read cannot be interrupted, so only a thread of its own can be given up.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinkTest {
    private UnixSocketChannel[] ends = {};

    @BeforeEach
    void open() throws IOException {
        ends = UnixSocketChannel.pair();
    }

    @AfterEach
    void close() throws IOException {
        for (UnixSocketChannel end : ends) {
            end.close();
        }
    }

    @Test
    void valuesArriveInOrderAndTheEndIsSeen() throws IOException {
        try (Link parent = new Link(ends[0], "a");
                Link child = new Link(ends[1], "b")) {
            child.send(new Request.Attach(ChildRole.CHECKERS));
            child.send(new Report.Beat());
            child.send(new Report.Committed(7));
            assertEquals(Optional.of(new Request.Attach(ChildRole.CHECKERS)), parent.receive(Request.class));
            assertEquals(Optional.of(new Report.Beat()), parent.receive(Report.class));
            assertEquals(Optional.of(new Report.Committed(7)), parent.receive(Report.class));
            child.finish();
            assertEquals(Optional.empty(), parent.receive(Report.class));
        }
    }

    @Test
    void sendingDoesNotWaitForOneWhoDoesNotRead() throws IOException {
        try (Link parent = new Link(ends[0], "a");
                Link child = new Link(ends[1], "b")) {
            String reason = "x".repeat(100_000);
            for (int i = 0; i < 100; i++) {
                parent.send(new Report.Refused(i, reason));
            }
            child.trust();
            for (int i = 0; i < 100; i++) {
                assertEquals(Optional.of(new Report.Refused(i, reason)), child.receive(Report.class));
            }
        }
    }

    @Test
    void bothEndsMaySpeakWhileTheyListen() throws IOException {
        try (Link parent = new Link(ends[0], "a");
                Link child = new Link(ends[1], "b")) {
            CompletableFuture<Optional<Command>> heard = CompletableFuture.supplyAsync(() -> {
                try {
                    return child.receive(Command.class);
                } catch (IOException broken) {
                    return Optional.empty();
                }
            });
            child.send(new Report.Beat());
            assertEquals(Optional.of(new Report.Beat()), parent.receive(Report.class));
            parent.send(new Command.Commit(1));
            assertEquals(Optional.of(new Command.Commit(1)), heard.join());
        }
    }

    @Test
    void thePeerIsWhoTheKernelSays() throws IOException {
        try (Link parent = new Link(ends[0], "a")) {
            assertEquals(ProcessHandle.current().pid(), parent.peer().pid());
        }
    }

    @Test
    void garbageIsAnErrorAndNothingElse() throws IOException {
        for (String garbage :
                new String[] {"GET / HTTP/1.1\r\n\r\n", "null\n", "[]\n", "{\"@type\":\"Nope\"}\n", "\0\0"}) {
            open();
            try (Link parent = new Link(ends[0], "a")) {
                write(garbage);
                ends[1].shutdownOutput();
                assertThrows(IOException.class, () -> parent.receive(Request.class), garbage);
            } finally {
                close();
            }
        }
    }

    @Test
    void aStrangerCannotFillTheMemory() throws IOException {
        Link parent = new Link(ends[0], "a");
        try {
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
                try {
                    write("{\"@type\":\"" + "x".repeat(100_000));
                } catch (IOException closed) {
                    // The reading end gave up first, as it should.
                    return;
                }
            });
            IOException refused = assertThrows(IOException.class, () -> parent.receive(Request.class));
            assertTrue(String.valueOf(refused.getMessage()).contains("more than a request"), refused.toString());
            parent.close();
            written.join();
        } finally {
            parent.close();
        }
    }

    @Test
    void closingWakesTheOneWhoReads() throws IOException {
        Link parent = new Link(ends[0], "a");
        try {
            CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> {
                try {
                    return parent.receive(Request.class).isEmpty() ? "end" : "value";
                } catch (IOException broken) {
                    return "end";
                }
            });
            parent.close();
            assertEquals("end", reading.join());
        } finally {
            parent.close();
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            ends[1].write(bytes);
        }
    }
}
