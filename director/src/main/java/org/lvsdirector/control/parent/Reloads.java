package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.effective.ConfigurationText;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.files.History;
import org.lvsdirector.control.mapping.ScriptHost;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.mapping.WorkMapping;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.supervise.ChildRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reloads, one after the other; one that is refused changes nothing. Used by the control thread alone, but for the reading of files. */
final class Reloads {
    private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** A child that takes longer to start is killed. */
    private static final long SETTLE_NANOS = 60_000_000_000L;

    private static final long SETTLE_POLL_NANOS = 100_000_000L;
    private static final String STOPPING = "the director is stopping; nothing was changed";

    private final Parent parent;
    private final ConfigurationSource source;
    private final Versions versions;
    private final StartWords startWords;
    private final Deque<Ask> waiting = new ArrayDeque<>();
    private @Nullable Ask asked;
    /** What is put to the vote, for the history. */
    private @Nullable ConfigurationText text;
    /** What a reload has still to do once the table is as it should be. */
    private @Nullable Runnable rest;

    private @Nullable String lastOutcome;
    private @Nullable Instant lastAt;
    private Instant inForceSince = Instant.now();

    Reloads(Parent parent, ConfigurationSource source, Versions versions) {
        this.parent = parent;
        this.source = source;
        this.versions = versions;
        this.startWords = new StartWords(parent.generations.current().parent().startWords());
    }

    /**
     * What somebody wants.
     *
     * @param confirmSeconds 0 to need no confirmation
     */
    private record Ask(Path file, int confirmSeconds, Consumer<Reply> onEnd) {}

    /** Outcome of the last reload in words, or null. */
    @Nullable
    String lastOutcome() {
        return lastOutcome;
    }

    @Nullable
    Instant lastAt() {
        return lastAt;
    }

    Instant inForceSince() {
        return inForceSince;
    }

    /**
     * Reads the file again, now or when the reload under way is over.
     *
     * @param confirmSeconds how long to wait for {@link #confirm} before the old configuration runs again; 0 to need none
     */
    void request(int confirmSeconds, Consumer<Reply> onEnd) {
        request(new Ask(parent.options.configuration(), confirmSeconds, onEnd));
    }

    /** Runs what the history has under a number. */
    void rollback(int number, Consumer<Reply> onEnd) {
        try {
            Path file = versions.file(number).orElse(null);
            if (file == null) {
                onEnd.accept(new Reply.Failed(ExitCode.USAGE, "the history has no configuration " + number));
            } else {
                request(new Ask(file, 0, onEnd));
            }
        } catch (IOException failure) {
            onEnd.accept(new Reply.Failed(ExitCode.RUN_TIME, "the history cannot be read: " + failure));
        }
    }

    /** What was reloaded on trial stays. */
    Reply confirm() {
        return versions.confirm()
                ? new Reply.Done("confirmed: configuration " + versions.running() + " of the history stays")
                : new Reply.Failed(ExitCode.RUN_TIME, "nothing waits to be confirmed");
    }

    private void request(Ask ask) {
        if (parent.supervisor.isStopping()) {
            ask.onEnd().accept(new Reply.Failed(ExitCode.RUN_TIME, STOPPING));
            return;
        }
        if (asked != null) {
            waiting.add(ask);
            return;
        }
        asked = ask;
        long generation = parent.generations.next();
        LOG.info("Reloading ...");
        aside("the old configuration stays in force", () -> read(ask.file(), generation));
    }

    /**
     * Off the control thread: a large configuration takes seconds, and the children's beats must not wait.
     *
     * @param inForce what to say if it fails
     */
    private void aside(String inForce, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IllegalArgumentException unusable) {
                        parent.loop.post(() ->
                                end(new Reply.Failed(ExitCode.CONFIGURATION, unusable.getMessage() + "; " + inForce)));
                    } catch (RuntimeException | Error bug) {
                        LOG.error("Internal error in a reload", bug);
                        parent.loop.post(() ->
                                end(new Reply.Failed(ExitCode.RUN_TIME, "internal error (" + bug + "); " + inForce)));
                    }
                },
                "reload");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Path file, long generation) {
        ConfigurationSource.Reading reading = ReloadMark.around(markFile(), () -> source.read(file));
        ConfigurationResult result = reading.result();
        reading.toLog().forEach(line -> LOG.info("{}", line));
        Work work = map(generation, result.configuration());
        parent.loop.post(() -> {
            text = reading.text();
            examine(result.problems(), work);
        });
    }

    private @Nullable Path markFile() {
        String mark = parent.generations.current().parent().reload().mark();
        return mark == null ? null : mark.isEmpty() ? parent.options.files().reloadMark() : Path.of(mark);
    }

    private @Nullable Work map(long generation, @Nullable Configuration configuration) {
        return configuration == null
                ? null
                : WorkMapping.map(
                        generation,
                        configuration,
                        parent.options.selected(),
                        parent.options.files().tableLedger(),
                        ScriptHost.THIS_MACHINE);
    }

    private void examine(List<Problem> problems, @Nullable Work work) {
        problems.forEach(Reloads::log);
        if (work == null) {
            end(new Reply.Failed(ExitCode.CONFIGURATION, refusalOf(problems)));
            return;
        }
        work.remarks().forEach(remark -> LOG.warn("{}", remark));
        propose(work, System.nanoTime() + SETTLE_NANOS);
    }

    /** A child in the midst of its start cannot take two configurations at once, so the vote waits for it. */
    private void propose(Work work, long deadline) {
        if (parent.supervisor.isStopping()) {
            end(new Reply.Failed(ExitCode.RUN_TIME, STOPPING));
            return;
        }
        if (!parent.supervisor.isSettled()) {
            if (System.nanoTime() - deadline < 0) {
                lastOutcome = "waits until the child processes have started";
                parent.loop.later(SETTLE_POLL_NANOS, () -> propose(work, deadline));
            } else {
                end(new Reply.Failed(
                        ExitCode.RUN_TIME, "a child process is still starting or stopping; nothing was changed"));
            }
            return;
        }
        Set<ChildRole> asked = EnumSet.noneOf(ChildRole.class);
        for (ChildRole role : work.roles()) {
            ChildProcess child = parent.children.attached(role);
            // One with too little memory might die of the question; it is replaced when the others have agreed.
            if (child != null && HeapSize.suffices(child.heap, role, work)) {
                asked.add(role);
            }
        }
        Generations.Verdict verdict = parent.generations.propose(work, asked);
        for (ChildRole role : asked) {
            ChildProcess child = parent.children.attached(role);
            Command command = parent.orders.next(role, work);
            if (child != null && command != null) {
                child.send(command);
            }
        }
        parent.loop.later(PATIENCE_NANOS, () -> giveUp(work.generation()));
        verdict(verdict);
    }

    /** Acts on what a vote has led to. */
    void verdict(Generations.Verdict verdict) {
        if (verdict instanceof Generations.Verdict.Agreed && parent.supervisor.isStopping()) {
            end(new Reply.Failed(ExitCode.RUN_TIME, STOPPING));
        } else if (verdict instanceof Generations.Verdict.Agreed agreed) {
            inForceSince = Instant.now();
            String restarts = restartsFor(agreed.work());
            rest = () -> keep("configuration " + agreed.work().generation() + " is in force", restarts);
            parent.adopt(agreed.work(), agreed.voters());
            if (!agreed.voters().contains(ChildRole.CHECKERS)) {
                tableStands();
            }
        } else if (verdict instanceof Generations.Verdict.Rejected rejected) {
            for (ChildRole role : rejected.voters()) {
                ChildProcess child = parent.children.attached(role);
                if (child != null) {
                    child.send(new Command.Abort(rejected.generation()));
                }
            }
            end(new Reply.Failed(ExitCode.RUN_TIME, rejected.reason() + "; nothing was changed"));
        }
    }

    /** The checkers process has done what a reload asks of the table, or is gone. */
    void tableStands() {
        Runnable last = rest;
        rest = null;
        if (last != null) {
            last.run();
        }
    }

    /** What is not in force although the rest is: a line for each word. */
    private String restartsFor(Work work) {
        List<String> changes = startWords.changes(work.parent().startWords());
        changes.forEach(change -> LOG.warn("{}", change));
        return changes.stream().map(change -> "\n" + change).collect(Collectors.joining());
    }

    /** The history gets what runs now. Not earlier: the whole text of a large configuration would hold up the table. */
    private void keep(String inForce, String restarts) {
        ConfigurationText running = text;
        if (running == null) {
            end(new Reply.Done(inForce + restarts));
            return;
        }
        aside("the new configuration is in force", () -> {
            History.Staged staged = versions.stage(running);
            parent.loop.post(() -> end(new Reply.Done(inForce + number(staged) + restarts)));
        });
    }

    /** Numbers what runs now; says how long it does if nobody confirms it. */
    private String number(History.@Nullable Staged staged) {
        Versions.Changed changed = versions.nowRuns(staged);
        int seconds = asked == null ? 0 : asked.confirmSeconds();
        return seconds == 0 ? "" : versions.onTrial(changed, seconds, this::revert);
    }

    private void revert(Path before) {
        request(new Ask(before, 0, reply -> LOG.debug("Reverted: {}", reply)));
    }

    private void giveUp(long generation) {
        for (ChildRole role : ChildRole.values()) {
            verdict(parent.generations.refused(
                    role, generation, "the " + role.word() + " process did not answer in time"));
        }
    }

    private void end(Reply reply) {
        lastAt = Instant.now();
        if (reply instanceof Reply.Done good) {
            lastOutcome = "done";
            LOG.info("Reload finished: {}", good.sentence());
        } else if (reply instanceof Reply.Failed failed) {
            lastOutcome = "refused: " + failed.sentence();
            LOG.error("Reload refused: {}", failed.sentence());
        }
        text = null;
        Ask done = asked;
        asked = null;
        if (done != null) {
            done.onEnd().accept(reply);
        }
        Ask next = waiting.poll();
        if (next != null) {
            request(next);
        }
    }

    private static String refusalOf(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        problems.stream().filter(Problem::isError).map(Problem::toString).forEach(lines::add);
        lines.add("the new configuration has errors; the old one stays in force");
        return String.join("\n", lines);
    }

    private static void log(Problem problem) {
        if (problem.isError()) {
            LOG.error("{}", problem);
        } else {
            LOG.warn("{}", problem);
        }
    }
}
