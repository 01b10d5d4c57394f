package org.lvsdirector.config.read;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.vrrp.settings.Encapsulation;
import org.lvsdirector.vrrp.settings.RouteWay;

/** One way of a route: {@code [via|gw [FAMILY] ADDRESS] [dev|oif IF] [onlink] [realms R] [encap ...] [as [to] ADDRESS]}, and {@code [weight N]} behind {@code nexthop}. */
final class RouteWayReader {
    private static final int HEAVIEST = 256;

    private final LineCursor line;
    private final RoutingNames names;
    private @Nullable InetAddress gateway;
    private @Nullable String interfaceName;
    private boolean onLink;
    private int weight = 1;
    private long realms;
    private @Nullable Encapsulation encapsulation;
    private @Nullable InetAddress newDestination;

    RouteWayReader(LineCursor line, RoutingNames names) {
        this.line = line;
        this.names = names;
    }

    /** Reads a word if it is one of the way's. */
    boolean take(Word word) {
        switch (word.text()) {
            case "via", "gw" -> gateway = gateway(word);
            case "dev", "oif" -> interfaceName = line.text(word);
            case "onlink" -> onLink = true;
            case "realms" -> realms = RealmsReader.read(line, word, names);
            case "encap" -> encapsulation = new EncapsulationReader(line).read(word);
            case "as" -> newDestination = newDestination(word);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads what follows {@code nexthop}, as far as it belongs to it. */
    RouteWay nextHop() {
        while (line.hasNext()) {
            String text = line.peek();
            boolean own =
                    switch (text) {
                        case "via", "gw", "dev", "oif", "onlink", "realms", "encap", "as" -> take(line.next());
                        case "weight" -> weight();
                        default -> false;
                    };
            if (!own) {
                break;
            }
        }
        return way();
    }

    private boolean weight() {
        weight = (int) line.number(line.next(), 1, HEAVIEST);
        return true;
    }

    private @Nullable InetAddress gateway(Word word) {
        if (!line.take("inet6")) {
            line.take("inet");
        }
        return address(line, word);
    }

    private @Nullable InetAddress newDestination(Word word) {
        line.take("to");
        labelsOnly(line, word);
        return address(line, word);
    }

    /** Of words that the kernel takes and heeds in routes of MPLS, which keepalived cannot make either. */
    static void labelsOnly(LineCursor line, Word word) {
        line.warning(word, "Linux heeds '" + word.text() + "' in routes for MPLS labels alone", "remove it");
    }

    /** The address behind a word, or null after a report. */
    static @Nullable InetAddress address(LineCursor line, Word word) {
        Word value = line.value(word);
        InetAddress address = value == null ? null : Addresses.parse(value.text());
        if (value != null && address == null) {
            line.error(value, "'" + value.text() + "' is no IPv4 or IPv6 address", "write it in digits");
        }
        return address;
    }

    /** Whether anything was said. */
    boolean isGiven() {
        return gateway != null
                || interfaceName != null
                || realms != 0
                || encapsulation != null
                || newDestination != null;
    }

    RouteWay way() {
        return new RouteWay(gateway, interfaceName, onLink, weight, realms, encapsulation, newDestination);
    }
}
