package org.lvsdirector.control.child.checkers;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.Poller;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.KernelInterfaceEvents;
import org.lvsdirector.netlink.route.KernelInterfaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which addresses this machine has, at once and whenever that changes. */
final class AddressWatch {
    private static final Logger LOG = LoggerFactory.getLogger("checkers");

    private AddressWatch() {}

    /** Starts a thread in the network namespace of this one. */
    static void start(Consumer<Set<InetAddress>> present) {
        Thread thread = new Thread(() -> watch(present), "addresses");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Consumer<Set<InetAddress>> present) {
        // Subscribed before the first dump, so that nothing falls between.
        var socket = KernelInterfaceEvents.subscribe();
        try (KernelInterfaceEvents events = new KernelInterfaceEvents(socket);
                Interfaces interfaces = KernelInterfaces.open()) {
            Poller poller = new Poller(socket);
            while (true) {
                present.accept(interfaces.addresses().stream()
                        .map(InterfaceAddress::local)
                        .collect(Collectors.toUnmodifiableSet()));
                poller.poll(Poller.FOREVER);
                events.poll();
            }
        } catch (LinuxException | InterfaceException e) {
            LOG.error("{}. What checks know of this machine's addresses may be out of date", e.getMessage());
        }
    }
}
