package org.lvsdirector.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A simulated machine: network, mount, process and UTS namespaces of its own, with a private, empty /run.
 *
 * <p>All other files are this machine's; {@link #privateFolder} hides more of them. Commands start in {@code /}. The machine
 * lives as long as its first process, which ends when this JVM does, however that ends.
 */
public final class Host implements AutoCloseable {
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(60);
    // No kind of ICMP is rationed: all machines share one ration, and a refusal that is never said is a time-out.
    // In the lab each program started costs up to 100 ms, so: few. It stays a bash, which reaps the machine's orphans
    // and, unlike dash, does not take a dead child for the end of its input.
    private static final String BOOT = """
            ip link set lo up
            mount -t sysfs sysfs /sys
            mount -t tmpfs -o mode=755 run /run
            echo "$1" >/proc/sys/kernel/hostname
            echo 0 >/proc/sys/net/ipv4/icmp_ratemask
            echo 0 >/proc/sys/net/ipv6/icmp/ratemask
            echo booted
            while read -r line; do :; done
            """;

    private final String name;
    private final Running firstProcess;
    private final long pid;
    private final List<Running> started = new ArrayList<>();

    Host(String name) {
        this.name = name;
        List<String> unshare =
                List.of("unshare", "--net", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc");
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("bash", "-e", "-c", BOOT, "bash", name));
        firstProcess = Running.start("first process of " + name, command, Map.of(), true);
        firstProcess.awaitLine("booted", BOOT_LIMIT);
        pid = firstProcess.pid();
    }

    public String name() {
        return name;
    }

    /** The first process's id as this JVM sees it. */
    public long pid() {
        return pid;
    }

    /** The machine's network namespace, to be opened by {@code setns}. */
    public Path networkNamespace() {
        return Path.of("/proc/" + pid + "/ns/net");
    }

    /** A file as this machine sees it, to be read and written with {@link Files}. */
    public Path file(String absolutePath) {
        return Path.of("/proc/" + pid + "/root" + absolutePath);
    }

    /** Writes {@code text} to a file of this machine; make its folder private first if others must not see it. */
    public void write(String absolutePath, String text) {
        try {
            Path file = file(absolutePath);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + absolutePath, e);
        }
    }

    /** Reads a file of this machine. */
    public String read(String absolutePath) {
        try {
            return Files.readString(file(absolutePath), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + absolutePath, e);
        }
    }

    /** Covers a folder that exists with an empty one of this machine's own. */
    public Host privateFolder(String absolutePath) {
        exec("mount", "-t", "tmpfs", "-o", "mode=755", "private", absolutePath);
        return this;
    }

    /**
     * Connects a new interface to {@code lan} and brings it up.
     *
     * @param interfaceName as the machine shall see it: eth0, enp1s0
     * @param addresses with prefix length: 192.168.100.244/24
     */
    public Host plug(Lan lan, String interfaceName, String... addresses) {
        lan.connect(this, interfaceName);
        StringBuilder batch = new StringBuilder();
        for (String address : addresses) {
            batch.append(addAddressCommand(interfaceName, address)).append('\n');
        }
        batch.append("link set ").append(interfaceName).append(" up\n");
        runWithInput(batch.toString(), "ip", "-batch", "-").orFail();
        return this;
    }

    /** Adds an address; an IPv6 one is usable at once (no duplicate address detection). */
    public Host addAddress(String interfaceName, String address) {
        runWithInput(addAddressCommand(interfaceName, address), "ip", "-batch", "-")
                .orFail();
        return this;
    }

    private static String addAddressCommand(String interfaceName, String address) {
        return "address add " + address + " dev " + interfaceName + (address.contains(":") ? " nodad" : "");
    }

    /** Sets the machine's way to networks it is not on. */
    public Host defaultRoute(String gateway) {
        exec("ip", "route", "replace", "default", "via", gateway);
        return this;
    }

    /** Sets a kernel parameter of this machine: {@code sysctl("net.ipv4.ip_forward", "1")}. */
    public Host sysctl(String key, String value) {
        exec("sysctl", "-q", "-w", key + "=" + value);
        return this;
    }

    /** True while the machine holds {@code address} (without prefix length) on any interface. */
    public boolean hasAddress(String address) {
        return exec("ip", "-o", "address", "show").contains(" " + address + "/");
    }

    /** Runs a command to its end, whatever its exit code. */
    public Result run(String... command) {
        return runWithInput("", command);
    }

    /** Runs a command to its end, with {@code input} as its standard input. */
    public Result runWithInput(String input, String... command) {
        return Commands.run(inside(command), input);
    }

    /** Runs a command that must succeed, and returns its standard output. */
    public String exec(String... command) {
        return run(command).orFail().output();
    }

    /** Starts a command that goes on; it ends with the machine at the latest. */
    public Running start(String... command) {
        return start(Map.of(), command);
    }

    /** Starts a command with {@code environment} added to this process's own. */
    public Running start(Map<String, String> environment, String... command) {
        Running running = Running.start(name + ": " + String.join(" ", command), inside(command), environment, true);
        synchronized (started) {
            started.add(running);
        }
        return running;
    }

    /** Records what passes {@code interfaceName} and matches tcpdump's {@code filter}; returns once it is recording. */
    public Capture capture(String interfaceName, String filter) {
        return new Capture(this, interfaceName, filter);
    }

    /** What all processes started here have written, for the report of a failed test. */
    String transcript() {
        StringBuilder text = new StringBuilder();
        synchronized (started) {
            started.forEach(
                    running -> text.append("--- ").append(running).append('\n').append(running.output()));
        }
        return text.toString();
    }

    private List<String> inside(String... command) {
        List<String> all = new ArrayList<>(
                List.of("nsenter", "--target", Long.toString(pid), "--net", "--mount", "--uts", "--pid", "--"));
        all.addAll(List.of(command));
        return all;
    }

    /** The plug is pulled: every process of the machine dies by SIGKILL and its network is gone. */
    @Override
    public void close() {
        firstProcess.killTree();
    }

    @Override
    public String toString() {
        return name;
    }
}
