package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.ipvsctl.names.SystemNames;

/**
 * Loads the classes that {@code ipvsctl} needs on a kernel with IPVS, on whatever machine a class-data archive is made: the kernel is
 * asked and may refuse, then a table in memory is filled and listed, and what only a kernel's answer would load is loaded by name.
 */
public final class Rehearsal {
    private static final List<String> ROOMS =
            List.of("org/lvsdirector/ipvs/", "org/lvsdirector/netlink/", "org/lvsdirector/linux/");
    private static final String CLASS_SUFFIX = ".class";

    private Rehearsal() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
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
        for (String jar : System.getProperty("java.class.path").split(":", -1)) {
            loadRooms(jar);
        }
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
                "rehearsal");
        new Ipvsctl(surroundings).run(List.of(words));
    }

    private static void loadRooms(String jar) throws IOException, ClassNotFoundException {
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(CLASS_SUFFIX) && ROOMS.stream().anyMatch(name::startsWith)) {
                    String className = name.substring(0, name.length() - CLASS_SUFFIX.length())
                            .replace('/', '.');
                    Class.forName(className, false, Rehearsal.class.getClassLoader());
                }
            }
        }
    }
}
