package org.lvsdirector.endtoend;

import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Running;

/** A program that makes checks on a simulated machine, whichever it is: keepalived, or the director. */
interface BenchedProgram {
    /** What the program is called in a table. */
    String name();

    /** The process that makes the checks, by its number on that machine. */
    String checker();

    /** Ends it and waits for its end. */
    void stop();

    /** Starts keepalived with {@link Keepalived#CONFIGURATION}. */
    static BenchedProgram keepalived(Host host) {
        Running running = host.start(
                "keepalived",
                "-n",
                "-l",
                "-C",
                "-f",
                Keepalived.CONFIGURATION,
                "-p",
                "/run/k.pid",
                "-c",
                "/run/kc.pid");
        return new BenchedProgram() {
            @Override
            public String name() {
                return "keepalived";
            }

            @Override
            public String checker() {
                return host.read("/run/kc.pid").strip();
            }

            @Override
            public void stop() {
                running.signal("TERM");
                running.awaitExit(RunningDirector.PATIENCE);
            }
        };
    }

    /** Starts the director with the same file. */
    static BenchedProgram director(Host host) {
        RunningDirector director = RunningDirector.start(host, Keepalived.CONFIGURATION);
        return new BenchedProgram() {
            @Override
            public String name() {
                return "director";
            }

            @Override
            public String checker() {
                return Long.toString(director.pid("checkers"));
            }

            @Override
            public void stop() {
                director.stop();
            }
        };
    }
}
