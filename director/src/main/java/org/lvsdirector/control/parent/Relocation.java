package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.NetworkNamespace;
import org.lvsdirector.linux.ProcessControl;

/**
 * Takes this process to another network namespace. Only a thread can go there; so one goes, and begins the program anew in the same process:
 * then all threads are there, and whatever the process is asked about ({@code ip netns identify}, {@code /proc/PID/net}) tells of the place
 * where it works.
 */
public final class Relocation {
    private static final Path NAMED = Path.of("/run/netns");
    private static final Path OF_THE_PROCESS = Path.of("/proc/self/ns/net");
    private static final Path OF_THIS_THREAD = Path.of("/proc/thread-self/ns/net");

    private Relocation() {}

    /**
     * Returns if this process is there already, and else not at all: the program begins anew.
     *
     * @param name as {@code ip netns} knows it
     * @throws CannotStart if there is no such place
     */
    public static void to(String name) throws CannotStart {
        try {
            if (Files.isSameFile(NAMED.resolve(name), OF_THE_PROCESS)) {
                return;
            }
            try (NetworkNamespace there = NetworkNamespace.named(name)) {
                there.enter();
            }
            if (!Files.isSameFile(NAMED.resolve(name), OF_THIS_THREAD)) {
                throw new IOException("the kernel did not let it in");
            }
            ProcessControl.replace(JvmCommand.ownProgram(), JvmCommand.ownWords());
        } catch (IOException | LinuxException failure) {
            throw new CannotStart(
                    ExitCode.RUN_TIME,
                    "cannot work in the network namespace '" + name + "': " + failure.getMessage() + "; 'ip netns add "
                            + name + "' makes one");
        }
    }
}
