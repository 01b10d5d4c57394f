package org.lvsdirector.config;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;

/**
 * {@link HostFacts} from files: {@code /proc/net}, {@code /etc/passwd} and the modules of the running kernel. Interfaces are looked up in
 * {@code /proc}, which is the network namespace's of whoever reads; {@code /sys} is its that mounted it.
 */
public final class FileHostFacts implements HostFacts {
    private static final List<String> SEARCH_PATH =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private static final String LEAF = "|-- ";
    private static final int IPV6_DIGITS = 32;

    private final Path root;

    /** The facts of this machine. */
    public FileHostFacts() {
        this(Path.of("/"));
    }

    /** @param root folder that stands for {@code /} */
    public FileHostFacts(Path root) {
        this.root = root;
    }

    @Override
    public boolean hasInterface(String name) {
        return lines("proc/net/dev").stream().anyMatch(line -> line.strip().startsWith(name + ":"));
    }

    @Override
    public Script script(String program) {
        if (program.contains("/")) {
            return state(at(program));
        }
        return SEARCH_PATH.stream()
                .map(folder -> state(at(folder + "/" + program)))
                .filter(state -> state == Script.EXECUTABLE)
                .findFirst()
                .orElse(Script.MISSING);
    }

    /** The path of a name, or null for a name that no file of this locale can have. */
    private @Nullable Path at(String name) {
        try {
            return name.startsWith("/") ? root.resolve(name.substring(1)) : Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Script state(@Nullable Path file) {
        if (file == null || !Files.isRegularFile(file)) {
            return Script.MISSING;
        }
        return Files.isExecutable(file) ? Script.EXECUTABLE : Script.NOT_EXECUTABLE;
    }

    @Override
    public boolean hasUser(String name) {
        return lines("etc/passwd").stream().anyMatch(line -> line.startsWith(name + ":"));
    }

    @Override
    public boolean hasIpvs() {
        return Files.exists(root.resolve("proc/net/ip_vs")) || loadable("/ip_vs.ko");
    }

    @Override
    public boolean hasNftables() {
        return lines("proc/modules").stream().anyMatch(line -> line.startsWith("nf_tables "))
                || loadable("/nf_tables.ko");
    }

    @Override
    public Set<InetAddress> addresses() {
        Set<InetAddress> addresses = new HashSet<>();
        addIpv4(addresses);
        addIpv6(addresses);
        return addresses;
    }

    /** In the table of routes the addresses of this host are leaves, with what they are in the lines below. */
    private void addIpv4(Set<InetAddress> addresses) {
        String leaf = "";
        for (String line : lines("proc/net/fib_trie")) {
            String text = line.strip();
            if (text.startsWith(LEAF)) {
                leaf = text.substring(LEAF.length());
            } else if (text.equals("/32 host LOCAL") && !leaf.isEmpty()) {
                addresses.add(IpAddresses.parse(leaf));
            }
        }
    }

    private void addIpv6(Set<InetAddress> addresses) {
        for (String line : lines("proc/net/if_inet6")) {
            int end = line.indexOf(' ');
            if (end == IPV6_DIGITS) {
                addresses.add(IpAddresses.ofBytes(HexFormat.of().parseHex(line, 0, end)));
            }
        }
    }

    @Override
    public boolean forwards(AddressFamily family) {
        String key = family == AddressFamily.IPV4 ? "ipv4/ip_forward" : "ipv6/conf/all/forwarding";
        return !lines("proc/sys/net/" + key).equals(List.of("0"));
    }

    /** True when the running kernel has a module, built in or as a file. */
    private boolean loadable(String module) {
        List<String> release = lines("proc/sys/kernel/osrelease");
        if (release.isEmpty()) {
            return false;
        }
        String modules = "lib/modules/" + release.get(0);
        return lines(modules + "/modules.builtin").stream().anyMatch(line -> line.endsWith(module))
                || lines(modules + "/modules.dep").stream().anyMatch(line -> line.contains(module));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
