package org.lvsdirector.control.parent;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.mapping.ScriptBook;
import org.lvsdirector.control.script.OrderedScripts;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.script.ScriptOutcome;
import org.lvsdirector.control.script.ScriptRun;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the scripts that the children ask for. Used by the control thread alone. */
final class ScriptDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptDesk.class);
    /** How long one notify script may hold back the next of the same instance. */
    private static final long NOTIFY_PATIENCE_NANOS = 60_000_000_000L;

    private final ScriptLauncher launcher;
    private final OrderedScripts notifications;
    private ScriptBook book = ScriptBook.EMPTY;

    ScriptDesk(ScriptLauncher launcher) {
        this.launcher = launcher;
        this.notifications = new OrderedScripts(launcher, NOTIFY_PATIENCE_NANOS, ScriptDesk::logOutcome);
    }

    /** The scripts of the configuration in force. */
    void use(ScriptBook scripts) {
        book = scripts;
    }

    /**
     * Runs what a configuration has for this notification.
     *
     * @param words of the configuration: the one in force, or the one before for what it alone knew
     */
    void tell(ScriptBook words, SendNotification news) {
        String key = news.subject() + " " + news.name();
        for (ScriptRun run : words.runsFor(news)) {
            LOG.debug("({}) running {}", news.name(), run.line());
            notifications.submit(key, run);
        }
    }

    /** Runs what the configuration has for a real server or quorum that came or went. */
    void tell(PoolEvent event) {
        ScriptRun run = book.pools().get(event);
        if (run != null) {
            LOG.debug("{} running {}", event.service(), run.line());
            notifications.submit("POOL " + event.service(), run);
        }
    }

    /**
     * Runs a track script.
     *
     * @param answer called from some thread with the outcome
     */
    void track(String script, BiConsumer<String, ScriptOutcome> answer) {
        ScriptRun run = book.tracked().get(script);
        if (run == null) {
            answer.accept(script, new ScriptOutcome.NotStarted("it is not configured any more"));
            return;
        }
        var unused = launcher.start(run).thenAccept(outcome -> answer.accept(script, outcome));
    }

    /**
     * Runs the command of a check.
     *
     * @param answer called from some thread with the outcome
     */
    void check(CheckId check, Consumer<ScriptOutcome> answer) {
        ScriptRun run = book.checks().get(check);
        if (run == null) {
            answer.accept(new ScriptOutcome.NotStarted("it may not, or is not configured any more"));
            return;
        }
        var unused = launcher.start(run).thenAccept(answer);
    }

    /** Whether all notify scripts have ended. */
    boolean idle() {
        return notifications.idle();
    }

    private static void logOutcome(ScriptRun run, ScriptOutcome outcome) {
        if (outcome instanceof ScriptOutcome.NotStarted notStarted) {
            LOG.error("Cannot run {}: {}", run.line(), notStarted.reason());
        } else if (outcome instanceof ScriptOutcome.Exited exited && exited.status() != 0) {
            LOG.warn("{} exited with status {}", run.line(), exited.status());
        }
    }

    @Override
    public void close() {
        launcher.close();
    }
}
