package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.Tracked;

/**
 * One reason for an instance to be at FAULT.
 *
 * @param words for status
 * @param logTail what follows "entering FAULT state" in the log
 */
record Fault(String words, String logTail) {

    private static Fault of(String words) {
        return new Fault(words, "(" + words + ")");
    }

    static Fault linkMissing(String interfaceName) {
        return of("interface " + interfaceName + " missing");
    }

    static Fault linkDown(String interfaceName) {
        return of("interface " + interfaceName + " down");
    }

    static Fault noPeer() {
        return of("no unicast peer");
    }

    static Fault noAddress(Family family, String interfaceName) {
        return of("no " + (family == Family.IPV4 ? "IPv4" : "IPv6") + " address for interface " + interfaceName);
    }

    static Fault sourceMissing(InetAddress source, String interfaceName) {
        return of("source address " + source.getHostAddress() + " not on interface " + interfaceName);
    }

    /** What a tracker has found. */
    static Fault of(Tracked tracked) {
        return switch (tracked.kind()) {
            case INTERFACE -> linkDown(tracked.name());
            case SCRIPT -> dueTo("script " + tracked.name());
            case FILE -> dueTo("file " + tracked.name());
            case PROCESS -> dueTo("process " + tracked.name());
            case BFD -> dueTo("BFD " + tracked.name());
            case ARBITER -> dueTo("silent arbiter " + tracked.name());
            case STATIC -> dueTo("lost static entry of track group " + tracked.name());
        };
    }

    private static Fault dueTo(String words) {
        return new Fault(words, "due to " + words);
    }
}
