package org.lvsdirector.control.parent;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.script.ScriptOutcome;
import org.lvsdirector.control.script.ScriptRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scripts before the first child process and after the last one. However they end, the director goes on. */
final class LifeScripts {
    private static final Logger LOG = LoggerFactory.getLogger(LifeScripts.class);

    private LifeScripts() {}

    /** Done when the director may start. */
    static CompletableFuture<Void> startup(ScriptLauncher launcher, Work work) {
        return run("Startup", launcher, work.scripts().startup());
    }

    /** Done when the director may leave. */
    static CompletableFuture<Void> shutdown(ScriptLauncher launcher, Work work) {
        return run("Shutdown", launcher, work.scripts().shutdown());
    }

    private static CompletableFuture<Void> run(String what, ScriptLauncher launcher, @Nullable ScriptRun script) {
        if (script == null) {
            return CompletableFuture.completedFuture(null);
        }
        LOG.info("Running {} script {}", what.toLowerCase(Locale.ROOT), script.line());
        return launcher.start(script).thenAccept(outcome -> tell(what, outcome));
    }

    private static void tell(String what, ScriptOutcome outcome) {
        if (outcome instanceof ScriptOutcome.NotStarted notStarted) {
            LOG.error("{} script cannot be run: {}", what, notStarted.reason());
        } else if (outcome instanceof ScriptOutcome.TimedOut) {
            LOG.error("{} script timed out", what);
        } else if (outcome instanceof ScriptOutcome.Exited exited && exited.status() != 0) {
            LOG.warn("{} script exited with status {}", what, exited.status());
        }
    }
}
