package org.lvsdirector.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machines and networks of a test. Everything made here is gone afterwards, also when the test failed or this JVM died;
 * a failed test prints what its processes wrote.
 *
 * <pre>
 * &#64;RegisterExtension
 * final Network network = Network.perTest();
 *
 * Lan lan = network.lan("lan");
 * Host master = network.host("master").plug(lan, "enp1s0", "192.168.100.244/24");
 * </pre>
 */
public final class Network implements AfterEachCallback, AfterAllCallback, AutoCloseable {
    private final boolean perTest;
    private final List<Host> hosts = new ArrayList<>();
    private final List<Lan> lans = new ArrayList<>();

    private Network(boolean perTest) {
        this.perTest = perTest;
    }

    /** For an instance field: cleared after each test. */
    public static Network perTest() {
        return new Network(true);
    }

    /** For a static field: stays for all tests of the class. Also for use without JUnit, in a try statement. */
    public static Network perClass() {
        return new Network(false);
    }

    /** Starts a machine without any network; its host name is {@code name}. */
    public Host host(String name) {
        Host host = new Host(name);
        hosts.add(host);
        return host;
    }

    /** Makes a network without any machine. */
    public Lan lan(String name) {
        Lan lan = new Lan(name);
        lans.add(lan);
        return lan;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.out.println("=== " + context.getUniqueId());
            hosts.forEach(host -> System.out.print(host.transcript()));
        }
        if (perTest) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        hosts.forEach(Host::close);
        lans.forEach(Lan::close);
        hosts.clear();
        lans.clear();
    }
}
