package org.lvsdirector.control.parent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.link.Peer;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.supervise.ChildRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests that come over the control socket; each on the thread of its connection, which waits for the control thread. */
final class ClientDesk implements ControlServer.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ClientDesk.class);

    private final Parent parent;
    private final Reloads reloads;
    private final StatusDesk statuses;
    private final CompletableFuture<Void> ended;

    /** @param ended completed when the director has stopped */
    ClientDesk(Parent parent, Reloads reloads, StatusDesk statuses, CompletableFuture<Void> ended) {
        this.parent = parent;
        this.reloads = reloads;
        this.statuses = statuses;
        this.ended = ended;
    }

    @Override
    public void handle(Request request, Link link, Peer peer) throws IOException {
        if (request instanceof Request.Attach attach) {
            parent.serveChild(attach.role(), link, peer);
        } else if (request instanceof Request.Status) {
            link.send(statuses.collect().join());
        } else if (request instanceof Request.Reload reload) {
            link.send(onLoop(reply -> reloads.request(reload.confirmSeconds(), reply)));
        } else if (request instanceof Request.Rollback rollback) {
            link.send(onLoop(reply -> reloads.rollback(rollback.number(), reply)));
        } else if (request instanceof Request.Confirm) {
            link.send(onLoop(reply -> reply.accept(reloads.confirm())));
        } else if (request instanceof Request.Heal) {
            link.send(heal().join());
        } else if (request instanceof Request.Stop) {
            stop(link, peer);
        }
    }

    /** Has the control thread see to it, and waits for what it answers. */
    private Reply onLoop(Consumer<Consumer<Reply>> task) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        parent.loop.post(() -> task.accept(reply::complete));
        return reply.join();
    }

    private CompletableFuture<Reply> heal() {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        parent.loop.post(() -> {
            ChildProcess checkers = parent.children.attached(ChildRole.CHECKERS);
            if (checkers == null) {
                reply.complete(new Reply.Failed(ExitCode.RUN_TIME, "the checkers process does not run"));
                return;
            }
            var unused = parent.questions
                    .ask(checkers, parent.servers(), Command.Heal::new)
                    .thenAccept(answer -> reply.complete(healed(answer)));
        });
        return reply;
    }

    private static Reply healed(Optional<JsonNode> answer) {
        return answer.<Reply>map(sentence -> new Reply.Done(sentence.asText()))
                .orElseGet(() -> new Reply.Failed(ExitCode.RUN_TIME, "the checkers process did not answer in time"));
    }

    /** The connection stays open until the director has stopped: its end tells the client. */
    private void stop(Link link, Peer peer) {
        LOG.info("Stopping: asked by process {}", peer.pid());
        link.send(new Reply.Done("stopping"));
        parent.loop.post(() -> parent.stop(ExitCode.OK));
        ended.join();
    }
}
