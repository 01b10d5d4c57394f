package org.lvsdirector.ipvsctl;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.ipvsctl.names.SystemNames;

/**
 * Entry point of {@code ipvsctl}. Start-up is most of what it costs, so this path loads no library but raw jffi; the launcher tells the
 * name it was started under and the version in system properties.
 */
public final class IpvsctlMain {
    private static final Path CONNECTIONS = Path.of("/proc/net/ip_vs_conn");
    private static final Path RUN_DIRECTORY = Path.of("/run/lvs-director");
    private static final Path PROCESSES = Path.of("/proc");

    private IpvsctlMain() {}

    public static void main(String[] args) {
        Program program = Program.of(System.getProperty("lvsdirector.program", "ipvsctl"));
        Surroundings surroundings = new Surroundings(
                program.personality(),
                new KernelSource(),
                new SystemNames(),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                CONNECTIONS,
                new DirectorNotice(RUN_DIRECTORY, PROCESSES),
                new SystemTerminal(),
                new Pace.Real(),
                System.getProperty("lvsdirector.version", "development"));
        int exitCode = program.run(List.of(args), surroundings);
        // Not exit(): there is nothing to shut down, and the hooks and finalisers of a clean end cost time.
        Runtime.getRuntime().halt(exitCode);
    }
}
