package org.lvsdirector.ipvsctl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Tables by seed, as command lines that {@code -R} reads. */
final class RandomTable {
    private static final String[] SCHEDULERS = {"rr", "wrr", "lc", "wlc", "sh", "mh", "sed", "nq"};
    private static final int MAX_SERVICES = 12;
    private static final int MAX_SERVERS = 6;

    private final Random random;
    /** First bytes of IPv4 and first groups of IPv6 addresses; those in one half of the space are sorted alike by everyone. */
    private final int[] firstBytes;

    private final String[] firstGroups;
    private final long markLimit;
    private final boolean wholeSpace;

    private RandomTable(long seed, boolean wholeSpace) {
        random = new Random(seed);
        this.wholeSpace = wholeSpace;
        firstBytes = wholeSpace ? new int[] {1, 10, 100, 130, 172, 192, 220} : new int[] {10, 11, 100};
        firstGroups = wholeSpace ? new String[] {"2001", "8001", "fd00"} : new String[] {"2001", "2002"};
        markLimit = wholeSpace ? 0xFFFF_FFFFL : 1_000_000;
    }

    /** A table with addresses and marks from all over. */
    static List<String> anywhere(long seed) {
        return new RandomTable(seed, true).lines();
    }

    /** A table where ipvsadm shows no defect: it sorts by number, and no flag is hidden. */
    static List<String> inOneHalf(long seed) {
        return new RandomTable(seed, false).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Set<String> services = new LinkedHashSet<>();
        for (int i = random.nextInt(MAX_SERVICES); i >= 0; i--) {
            boolean ipv6 = random.nextInt(3) == 0;
            boolean byMark = random.nextInt(4) == 0;
            String protocol = pick("-t", "-u", "--sctp-service");
            String service = byMark
                    ? "-f " + (1 + (long) (random.nextDouble() * markLimit)) + (ipv6 ? " -6" : "")
                    : protocol + " " + endpoint(address(ipv6), pick("80", "443", "21", "65535"));
            if (services.add(service)) {
                lines.add("-A " + service + schedule() + persistence(ipv6) + onePacket(byMark, protocol));
                servers(service, ipv6, lines);
            }
        }
        return lines;
    }

    private String schedule() {
        String scheduler = pick(SCHEDULERS);
        String flags = "";
        if (random.nextInt(3) == 0) {
            boolean hashing = scheduler.equals("sh") || scheduler.equals("mh");
            if (hashing && wholeSpace && random.nextInt(3) == 0) {
                return " -s " + scheduler + pick(" -b flag-3", " -b flag-3," + scheduler + "-port");
            }
            flags = hashing
                    ? pick(" -b " + scheduler + "-port", " -b " + scheduler + "-fallback," + scheduler + "-port")
                    : pick(" -b flag-1", " -b flag-1,flag-3", " -b flag-2,flag-3");
        }
        return " -s " + scheduler + flags;
    }

    private String persistence(boolean ipv6) {
        if (random.nextInt(3) != 0) {
            return "";
        }
        String mask = ipv6 ? pick("64", "1", "128", "33") : pick("255.255.255.0", "255.255.255.255", "255.240.0.0");
        return " -p " + (1 + random.nextInt(100_000)) + (random.nextBoolean() ? " -M " + mask : "");
    }

    private String onePacket(boolean byMark, String protocol) {
        return (byMark || protocol.equals("-u")) && random.nextInt(4) == 0 ? " -o" : "";
    }

    private void servers(String service, boolean ipv6, List<String> lines) {
        Set<String> addresses = new LinkedHashSet<>();
        for (int i = random.nextInt(MAX_SERVERS); i > 0; i--) {
            String address = address(ipv6);
            if (addresses.add(address)) {
                lines.add("-a " + service + " -r " + server(address) + " -w " + weight() + thresholds());
            }
        }
    }

    private String server(String address) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> address + " -g";
            case 2 -> endpoint(address, Integer.toString(1 + random.nextInt(65_535))) + " -m";
            case 3 -> address + " -i";
            case 4 ->
                address + " -i --tun-type gue --tun-port " + (1 + random.nextInt(65_535))
                        + pick("", " --tun-nocsum", " --tun-csum", " --tun-remcsum");
            case 5 -> address + " -i --tun-type gre" + pick("", " --tun-csum", " --tun-nocsum");
            default -> address + " -m";
        };
    }

    private static String endpoint(String address, String port) {
        return address.contains(":") ? "[" + address + "]:" + port : address + ":" + port;
    }

    private String weight() {
        return pick("0", "1", "100", "65535", "2147483647");
    }

    private String thresholds() {
        return random.nextInt(4) == 0 ? " -x " + (100 + random.nextInt(1_000_000)) + " -y " + random.nextInt(100) : "";
    }

    private String address(boolean ipv6) {
        if (!ipv6) {
            return firstBytes[random.nextInt(firstBytes.length)] + "." + random.nextInt(256) + "." + random.nextInt(256)
                    + "." + (1 + random.nextInt(254));
        }
        return pick(firstGroups) + ":" + pick("db8::", "0:0:1::", "1:2:3:4:5:6:")
                + Integer.toHexString(1 + random.nextInt(65_534));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
