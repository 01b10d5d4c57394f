package org.lvsdirector.control.parent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.Version;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.mail.Outbox;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.status.CheckersStatus;
import org.lvsdirector.control.status.DirectorStatus;
import org.lvsdirector.control.status.DirectorStatus.ConfigurationStatus;
import org.lvsdirector.control.status.DirectorStatus.MailStatus;
import org.lvsdirector.control.status.DirectorStatus.ProcessStatus;
import org.lvsdirector.control.status.VrrpStatus;
import org.lvsdirector.control.supervise.ChildRole;

/** Puts together what {@code director status} shows: the parent's own knowledge and what the children answer now, not what they said once. */
final class StatusDesk {
    private final Parent parent;
    private final Reloads reloads;
    private final Instant started = Instant.now();

    StatusDesk(Parent parent, Reloads reloads) {
        this.parent = parent;
        this.reloads = reloads;
    }

    /** Asks both children and waits for neither longer than it takes to notice that it is stuck. */
    CompletableFuture<Reply> collect() {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        parent.loop.post(() -> {
            CompletableFuture<Optional<JsonNode>> vrrp = ask(ChildRole.VRRP);
            CompletableFuture<Optional<JsonNode>> checkers = ask(ChildRole.CHECKERS);
            var unused = CompletableFuture.allOf(vrrp, checkers)
                    .thenRun(() -> parent.loop.post(() -> reply.complete(
                            compose(vrrp.join().orElse(null), checkers.join().orElse(null)))));
        });
        return reply;
    }

    private CompletableFuture<Optional<JsonNode>> ask(ChildRole role) {
        ChildProcess child = parent.children.attached(role);
        return child == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : parent.questions.ask(child, parent.servers(), Command.Ask::new);
    }

    private Reply compose(@Nullable JsonNode vrrp, @Nullable JsonNode checkers) {
        try {
            DirectorStatus status = new DirectorStatus(
                    Version.NUMBER,
                    parent.options.files().pidFile().toString(),
                    configuration(),
                    processes(),
                    vrrp == null ? null : Json.mapper().treeToValue(vrrp, VrrpStatus.class),
                    vrrp == null ? remark(ChildRole.VRRP) : null,
                    checkers == null ? null : Json.mapper().treeToValue(checkers, CheckersStatus.class),
                    checkers == null ? remark(ChildRole.CHECKERS) : null,
                    mail(),
                    parent.drops.remark());
            return new Reply.Status(Json.mapper().valueToTree(status));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a child answered with something that is no status", bug);
        }
    }

    private @Nullable MailStatus mail() {
        Outbox.Counts counts = parent.telling.mailCounts();
        return counts == null
                ? null
                : new MailStatus(counts.sent(), counts.failed(), counts.lost(), counts.waiting(), counts.lastFailure());
    }

    private ConfigurationStatus configuration() {
        Instant lastAt = reloads.lastAt();
        return new ConfigurationStatus(
                parent.options.configuration().toString(),
                parent.generations.current().generation(),
                reloads.inForceSince().toString(),
                reloads.lastOutcome(),
                lastAt == null ? null : lastAt.toString());
    }

    private List<ProcessStatus> processes() {
        List<ProcessStatus> processes = new ArrayList<>();
        processes.add(
                new ProcessStatus("director", "running", ProcessHandle.current().pid(), started.toString(), 0));
        for (ChildRole role : ChildRole.values()) {
            ChildProcess child = parent.children.get(role);
            processes.add(new ProcessStatus(
                    role.word(),
                    parent.supervisor.phase(role),
                    child == null ? 0 : child.pid(),
                    child == null ? null : child.started.toString(),
                    parent.supervisor.restarts(role)));
        }
        return processes;
    }

    private String remark(ChildRole role) {
        return switch (parent.supervisor.phase(role)) {
            case "running" -> "the " + role.word() + " process did not answer in time";
            case "not needed" -> "no work in this configuration";
            default -> "the " + role.word() + " process is " + parent.supervisor.phase(role);
        };
    }
}
