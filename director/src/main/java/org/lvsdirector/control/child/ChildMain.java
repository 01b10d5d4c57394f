package org.lvsdirector.control.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.ProcessName;
import org.lvsdirector.control.Signals;
import org.lvsdirector.control.child.checkers.CheckersProcess;
import org.lvsdirector.control.child.vrrp.VrrpProcess;
import org.lvsdirector.control.logging.LogOptions;
import org.lvsdirector.control.logging.Logging;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.ipvs.KernelIpvs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry of a child process: {@code ROLE SOCKET LOG-WORDS...}, as the parent writes it and nobody else. */
public final class ChildMain {
    private ChildMain() {}

    /** The role that a first argument names, or null if it is none. */
    public static ChildRole roleOf(String word) {
        return word.equals(ChildRole.VRRP.word()) ? ChildRole.VRRP : ChildRole.CHECKERS;
    }

    /** Whether these are the arguments of a child. */
    public static boolean isChild(String[] arguments) {
        return arguments.length == 5
                && (arguments[0].equals(ChildRole.VRRP.word()) || arguments[0].equals(ChildRole.CHECKERS.word()));
    }

    /** Runs a child until it is stopped; the exit code. */
    public static int run(String[] arguments) {
        List<String> words = List.of(arguments);
        ChildRole role = roleOf(words.get(0));
        Logging.start(LogOptions.fromArguments(words.subList(2, words.size())), role.ident());
        ProcessName.set(System.getenv(ProcessName.VARIABLE));
        Logger log = LoggerFactory.getLogger(ChildMain.class);
        // A terminal sends these to every process on it; for the children the parent decides.
        Signals.handle("INT", () -> {});
        Signals.handle("HUP", () -> {});
        // So does an init system that ends a whole control group. Without a parent the link ends, and with it the
        // child.
        Signals.handle("TERM", () -> {});
        try {
            ParentLink parent = ParentLink.attach(Path.of(words.get(1)), role);
            int code = role == ChildRole.VRRP
                    ? new VrrpProcess(parent).run()
                    : new CheckersProcess(parent, KernelIpvs::open).run();
            parent.finish();
            return code;
        } catch (IOException failure) {
            log.error("No link to the parent: {}", failure.getMessage());
            return ExitCode.RUN_TIME;
        } catch (RuntimeException | Error bug) {
            log.error("Internal error", bug);
            return ExitCode.RUN_TIME;
        } finally {
            Logging.flush();
        }
    }
}
