package org.lvsdirector.config.read;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.vrrp.settings.Encapsulation;
import org.lvsdirector.vrrp.settings.Encapsulation.Kind;

/**
 * What follows {@code encap}: {@code ip [id N] [dst A] [src A] [tos N] [ttl N] [flags N]}, {@code ip6 [id N] [dst A] [src A] [tc N]
 * [hoplimit N] [flags N]} or {@code mpls LABEL[/LABEL...] [ttl N]}. It ends at the first word that is none of these.
 */
final class EncapsulationReader {
    private static final int HIGHEST_OCTET = 255;
    private static final int HIGHEST_FLAGS = 0xFFFF;
    private static final int HIGHEST_LABEL = (1 << 20) - 1;

    private final LineCursor line;
    private @Nullable Long id;
    private @Nullable InetAddress destination;
    private @Nullable InetAddress source;
    private @Nullable Integer trafficClass;
    private @Nullable Integer hopLimit;
    private @Nullable Integer flags;

    EncapsulationReader(LineCursor line) {
        this.line = line;
    }

    /** Null after a report. */
    @Nullable
    Encapsulation read(Word encap) {
        Word kind = line.value(encap);
        if (kind == null) {
            return null;
        }
        switch (kind.text()) {
            case "ip" -> {
                return tunnel(Kind.IP, "tos", "ttl");
            }
            case "ip6" -> {
                return tunnel(Kind.IP6, "tc", "hoplimit");
            }
            case "mpls" -> {
                return mpls(kind);
            }
            default -> {
                line.error(kind, "'encap' knows no '" + kind.text() + "'", "write ip, ip6 or mpls");
                return null;
            }
        }
    }

    private Encapsulation tunnel(Kind kind, String classWord, String limitWord) {
        while (line.hasNext() && option(kind, classWord, limitWord)) {
            // each takes its own words
        }
        return new Encapsulation(kind, id, destination, source, trafficClass, hopLimit, flags, List.of());
    }

    private boolean option(Kind kind, String classWord, String limitWord) {
        String text = line.peek();
        if (text.equals(classWord)) {
            trafficClass = octet();
        } else if (text.equals(limitWord)) {
            hopLimit = octet();
        } else {
            switch (text) {
                case "id" -> id = line.number(line.next(), 0, Long.MAX_VALUE);
                case "dst" -> destination = address(kind);
                case "src" -> source = address(kind);
                case "flags" -> flags = (int) line.number(line.next(), 0, HIGHEST_FLAGS);
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private Integer octet() {
        return (int) line.number(line.next(), 0, HIGHEST_OCTET);
    }

    private @Nullable InetAddress address(Kind kind) {
        Word word = line.next();
        InetAddress address = RouteWayReader.address(line, word);
        if (address != null && address instanceof Inet4Address != (kind == Kind.IP)) {
            line.error(word, "the outer header is of the other family", kind == Kind.IP ? "write ip6" : "write ip");
        }
        return address;
    }

    private @Nullable Encapsulation mpls(Word kind) {
        Word stack = line.value(kind);
        if (stack == null) {
            return null;
        }
        List<Integer> labels = new ArrayList<>();
        for (String each : stack.text().split("/", -1)) {
            OptionalLong label = Values.whole(each);
            if (label.isEmpty() || label.getAsLong() < 0 || label.getAsLong() > HIGHEST_LABEL) {
                line.error(stack, "'" + each + "' is no MPLS label", "write numbers from 0 to " + HIGHEST_LABEL);
                return null;
            }
            labels.add((int) label.getAsLong());
        }
        if (line.peek().equals("ttl")) {
            hopLimit = octet();
        }
        return new Encapsulation(Kind.MPLS, null, null, null, null, hopLimit, null, labels);
    }
}
