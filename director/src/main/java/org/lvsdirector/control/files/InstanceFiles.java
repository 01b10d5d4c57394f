package org.lvsdirector.control.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the director is its parent pid file; everything else stands beside that under the same name, so two instances share nothing.
 *
 * @param pidFile absolute
 */
public record InstanceFiles(Path pidFile) {
    /** Where an instance lives unless {@code -p} says otherwise. */
    public static final Path DEFAULT_PID_FILE = Path.of("/run/lvs-director/director.pid");

    private static final String PID_SUFFIX = ".pid";
    /** {@code sun_path} of {@code sockaddr_un}, less the final NUL. */
    private static final int LONGEST_SOCKET_PATH = 107;

    public InstanceFiles {
        pidFile = pidFile.toAbsolutePath().normalize();
    }

    /**
     * Where an instance lives that has a name or a network namespace of its own, unless {@code -p} says otherwise.
     *
     * @param namespace null: none of its own
     * @param instance null: none
     */
    public static InstanceFiles named(@Nullable String namespace, @Nullable String instance) {
        String name =
                "director" + (namespace == null ? "" : "_" + namespace) + (instance == null ? "" : "_" + instance);
        return new InstanceFiles(DEFAULT_PID_FILE.resolveSibling(name + PID_SUFFIX));
    }

    /** Control socket of the parent: for client commands and for its children. */
    public Path socket() {
        return beside(".sock");
    }

    /** Addresses that the director may have put on interfaces. */
    public Path addressLedger() {
        return beside(".addresses");
    }

    /** Routes and rules that the director may have put into the kernel. */
    public Path routingLedger() {
        return beside(".routing");
    }

    /** Interfaces that the director may have made. */
    public Path linkLedger() {
        return beside(".links");
    }

    /** Rules and sets of iptables that the director may have made. */
    public Path firewallLedger() {
        return beside(".firewall");
    }

    /** Services and real servers that the director may have put into the kernel's table. */
    public Path tableLedger() {
        return beside(".table");
    }

    /** There while the configuration is read, if it is asked for without a path. */
    public Path reloadMark() {
        return beside(".reload");
    }

    /** Folder of the configurations that ran. */
    public Path history() {
        return beside(".history");
    }

    /** Pid file of a child unless {@code -r} or {@code -c} names another. */
    public Path childPidFile(String role) {
        return beside("." + role + PID_SUFFIX);
    }

    /** Whether the socket's path fits into a socket address; the kernel has room for 107 bytes. */
    public boolean socketPathFits() {
        return socket().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH;
    }

    private Path beside(String suffix) {
        String name = String.valueOf(pidFile.getFileName());
        String base = name.endsWith(PID_SUFFIX) ? name.substring(0, name.length() - PID_SUFFIX.length()) : name;
        return pidFile.resolveSibling(base + suffix);
    }
}
