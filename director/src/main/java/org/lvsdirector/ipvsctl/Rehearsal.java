package org.lvsdirector.ipvsctl;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.ipvsctl.names.SystemNames;

/**
 * Comes to the classes that {@code ipvsctl} needs on a kernel with IPVS, on whatever machine a class-data archive is made: the kernel is
 * asked and may refuse, then a table in memory is filled and listed.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        try {
            KernelIpvs.open().close();
        } catch (IpvsException e) {
            // The machine that builds need not have IPVS.
        }
        Ipvs table = new InMemoryIpvs();
        run(table, "-A", "-t", "10.0.0.1:80", "-s", "wrr", "-p");
        run(table, "-a", "-t", "10.0.0.1:80", "-r", "10.0.0.2", "-w", "3");
        run(table, "-A", "-f", "1", "-6");
        run(table, "-a", "-f", "1", "-6", "-r", "[fd00::2]:80", "-i", "--tun-type", "gue", "--tun-port", "6080");
        run(table, "-Ln");
        run(table, "-Ln", "--stats");
        run(table, "-Ln", "--rate");
        run(table, "-S", "-n");
        run(table, "-Z");
        run(table, "-R");
        run(table, "-C");
        run(table, "-v");
    }

    private static void run(Ipvs table, String... words) {
        Surroundings surroundings = new Surroundings(
                Personality.IPVSCTL,
                () -> table,
                new SystemNames(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Path.of("/proc/net/ip_vs_conn"),
                new DirectorNotice(Path.of("/run/lvs-director"), Path.of("/proc")),
                new SystemTerminal(),
                new Pace.Real(),
                "rehearsal");
        new Ipvsctl(surroundings).run(List.of(words));
    }
}
