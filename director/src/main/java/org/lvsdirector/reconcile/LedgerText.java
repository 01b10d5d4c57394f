package org.lvsdirector.reconcile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.Ownership;

/**
 * The ledger's lines: a header, then each service followed by its real servers, then the number of lines between. A reader that finds
 * anything else believes none of it.
 *
 * <pre>
 * lvs-director table 1
 * service tcp 192.168.1.11 22
 * server 10.20.40.11 22
 * service fwmark 300 ipv4
 * server 10.20.40.12 0
 * end 4
 * </pre>
 */
final class LedgerText {
    private static final String HEADER = "lvs-director table 1";

    private LedgerText() {}

    /** Writes one line after the other, without line ends. */
    static void write(Ownership ownership, Consumer<String> line) {
        line.accept(HEADER);
        int count = 0;
        for (Map.Entry<ServiceKey, Set<RealServerKey>> entry :
                ownership.servers().entrySet()) {
            line.accept("service " + text(entry.getKey()));
            for (RealServerKey server : entry.getValue()) {
                line.accept("server " + IpAddresses.format(server.address()) + " " + server.port());
            }
            count += 1 + entry.getValue().size();
        }
        line.accept("end " + count);
    }

    /** @throws IllegalArgumentException with the line's number and what is wrong with it */
    static Ownership read(List<String> lines) {
        require(!lines.isEmpty() && lines.get(0).equals(HEADER), 1, "it does not begin with '" + HEADER + "'");
        Map<ServiceKey, Set<RealServerKey>> servers = new LinkedHashMap<>();
        Set<RealServerKey> current = null;
        for (int i = 1; i < lines.size() - 1; i++) {
            String[] words = lines.get(i).split(" ", -1);
            try {
                if (words[0].equals("service") && words.length == 4) {
                    current = servers.computeIfAbsent(service(words), absent -> new LinkedHashSet<>());
                } else if (words[0].equals("server") && words.length == 3 && current != null) {
                    current.add(new RealServerKey(IpAddresses.parse(words[1]), Integer.parseInt(words[2])));
                } else {
                    throw new IllegalArgumentException("neither a service nor a server of one");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        String end = "end " + (lines.size() - 2);
        require(
                lines.size() >= 2 && lines.get(lines.size() - 1).equals(end),
                lines.size(),
                "it does not end with '" + end + "'");
        return new Ownership(servers);
    }

    private static void require(boolean condition, int line, String text) {
        if (!condition) {
            throw new IllegalArgumentException("line " + line + ": " + text);
        }
    }

    private static String text(ServiceKey key) {
        if (key instanceof ServiceKey.ByAddress byAddress) {
            return lower(byAddress.protocol()) + " " + IpAddresses.format(byAddress.address()) + " " + byAddress.port();
        }
        ServiceKey.ByFwmark byMark = (ServiceKey.ByFwmark) key;
        return "fwmark " + byMark.mark() + " " + lower(byMark.family());
    }

    private static ServiceKey service(String[] words) {
        if (words[1].equals("fwmark")) {
            return new ServiceKey.ByFwmark(Long.parseLong(words[2]), AddressFamily.valueOf(upper(words[3])));
        }
        return new ServiceKey.ByAddress(
                Protocol.valueOf(upper(words[1])), IpAddresses.parse(words[2]), Integer.parseInt(words[3]));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
