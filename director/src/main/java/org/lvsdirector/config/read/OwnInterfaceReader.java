package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.OwnInterfaceConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;

/** {@code use_vmac [NAME] [MAC]} and {@code use_ipvlan [NAME] [ADDRESS] [bridge|private|vepa]} with the words around them. */
final class OwnInterfaceReader {
    private static final String VMAC = "use_vmac";
    private static final String IPVLAN = "use_ipvlan";
    private static final String ON_BASE = "vmac_xmit_base";
    private static final int LONGEST_NAME = 15;
    private static final String MAC = "([0-9A-Fa-f]{2}:){4,5}[0-9A-Fa-f]{2}";
    private static final int DIGITS_OF_FIVE_OCTETS = 14;
    private static final Map<String, Kind> ISOLATIONS =
            Map.of("bridge", Kind.IPVLAN_BRIDGE, "private", Kind.IPVLAN_PRIVATE, "vepa", Kind.IPVLAN_VEPA);

    private final Problems problems;

    OwnInterfaceReader(Problems problems) {
        this.problems = problems;
    }

    /** @param unicast whether adverts go to single routers, which know the interface underneath */
    @Nullable
    OwnInterfaceConfig read(Block block, AddressFamily family, int virtualRouterId, boolean unicast, boolean strict) {
        Entry vmac = block.last(VMAC);
        Entry ipvlan = block.last(IPVLAN);
        boolean onBase = block.flag(ON_BASE);
        if (vmac != null && ipvlan != null) {
            problems.error(ipvlan.place(), "use_vmac and use_ipvlan exclude each other", "remove one of them");
            return null;
        }
        if (onBase && vmac == null) {
            problems.warning(block.placeOf(ON_BASE), "'vmac_xmit_base' has no effect without use_vmac", "add use_vmac");
        }
        if (onBase && strict) {
            problems.error(block.placeOf(ON_BASE), "strict mode has no vmac_xmit_base", "remove one of them");
        }
        if (ipvlan != null) {
            return ipvlan(ipvlan, block, family);
        }
        return vmac == null ? null : macvlan(vmac, block, virtualRouterId, onBase || unicast, strict);
    }

    private OwnInterfaceConfig macvlan(Entry entry, Block block, int virtualRouterId, boolean onBase, boolean strict) {
        String name = null;
        String hardwareAddress = null;
        for (int i = 0; entry.argument(i) != null; i++) {
            String word = String.valueOf(entry.argument(i));
            if (hardwareAddress == null && word.matches(MAC)) {
                hardwareAddress = hardwareAddress(entry, i, word, virtualRouterId, strict);
            } else if (name == null && hardwareAddress == null) {
                name = name(entry, i, word, block);
            } else {
                stray(entry, i, word, "write use_vmac [NAME] [MAC]");
            }
        }
        return new OwnInterfaceConfig(Kind.MACVLAN, name, hardwareAddress, null, 0, onBase);
    }

    /** Five octets are completed by the virtual router id. */
    private String hardwareAddress(Entry entry, int index, String word, int virtualRouterId, boolean strict) {
        String lower = word.toLowerCase(Locale.ROOT);
        String whole = lower.length() == DIGITS_OF_FIVE_OCTETS
                ? lower + String.format(Locale.ROOT, ":%02x", virtualRouterId)
                : lower;
        if ((Integer.parseInt(whole.substring(0, 2), 16) & 1) != 0) {
            problems.error(
                    entry.placeOf(index), whole + " is an address of many", "write one with an even first octet");
        }
        if (strict) {
            problems.error(entry.placeOf(index), "strict mode has the RFCs' virtual MAC alone", "remove " + word);
        }
        return whole;
    }

    private OwnInterfaceConfig ipvlan(Entry entry, Block block, AddressFamily family) {
        String name = null;
        Kind kind = null;
        InetAddress address = null;
        int length = family.addressBits();
        for (int i = 0; entry.argument(i) != null; i++) {
            String word = String.valueOf(entry.argument(i));
            int slash = word.indexOf('/');
            InetAddress parsed = Addresses.parse(slash < 0 ? word : word.substring(0, slash));
            if (kind == null && ISOLATIONS.containsKey(word)) {
                kind = ISOLATIONS.get(word);
            } else if (address == null && parsed != null) {
                address = parsed;
                length = slash < 0 ? length : length(entry, i, word.substring(slash + 1), family);
                requireFamily(entry, i, parsed, family);
            } else if (name == null && address == null && kind == null) {
                name = name(entry, i, word, block);
            } else {
                stray(entry, i, word, "write use_ipvlan [NAME] [ADDRESS] [bridge|private|vepa]");
            }
        }
        if (address == null && family == AddressFamily.IPV4) {
            problems.error(
                    entry.place(),
                    "an ipvlan needs an IPv4 address to advertise from",
                    "write one of its own: use_ipvlan NAME ADDRESS/LENGTH");
        }
        return new OwnInterfaceConfig(kind == null ? Kind.IPVLAN_BRIDGE : kind, name, null, address, length, false);
    }

    private void requireFamily(Entry entry, int index, InetAddress address, AddressFamily family) {
        if (AddressFamily.of(address) != family) {
            problems.error(
                    entry.placeOf(index),
                    address.getHostAddress() + " is of another family than the virtual addresses",
                    "write an " + Addresses.name(family) + " address");
        }
    }

    private int length(Entry entry, int index, String text, AddressFamily family) {
        OptionalLong length = Values.whole(text);
        if (length.isPresent() && length.getAsLong() >= 0 && length.getAsLong() <= family.addressBits()) {
            return (int) length.getAsLong();
        }
        problems.error(
                entry.placeOf(index), "the prefix length '" + text + "' is outside 0 to " + family.addressBits(), "");
        return family.addressBits();
    }

    private String name(Entry entry, int index, String word, Block block) {
        boolean fits = word.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        Entry base = block.last("interface");
        if (!fits || word.contains("/") || word.contains(":")) {
            problems.error(
                    entry.placeOf(index),
                    "'" + word + "' is no name of an interface",
                    "up to " + LONGEST_NAME + " characters, without / and :");
        } else if (base != null && word.equals(base.argument(0))) {
            problems.error(entry.placeOf(index), word + " is the interface underneath", "give ours another name");
        }
        return word;
    }

    private void stray(Entry entry, int index, String word, String advice) {
        problems.error(
                entry.placeOf(index),
                "'" + word + "' cannot follow " + entry.keyword().word(),
                advice);
    }
}
