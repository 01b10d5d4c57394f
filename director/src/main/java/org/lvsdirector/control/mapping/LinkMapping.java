package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.AddressOption;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.OwnInterfaceConfig;
import org.lvsdirector.config.VirtualMacNames;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;
import org.lvsdirector.vrrp.settings.VirtualInterfaces;

/** The interfaces that instances make for themselves, and which addresses go there. */
final class LinkMapping {
    private final LinkNames names = new LinkNames();
    private final VirtualMacNames prefixes;

    LinkMapping(Configuration configuration) {
        this.prefixes = configuration.globals().vrrp().virtualMacNames();
        configuration.instances().stream()
                .map(instance -> instance.host().own())
                .filter(Objects::nonNull)
                .map(OwnInterfaceConfig::name)
                .filter(Objects::nonNull)
                .forEach(names::take);
    }

    /**
     * An instance's interfaces and its addresses, each with the interface that it goes to.
     *
     * @param addresses the advertised ones
     */
    record Placed(VirtualInterfaces interfaces, List<AddressConfig> addresses, List<AddressConfig> excluded) {}

    Placed place(VrrpInstanceConfig instance) {
        Placement placement = new Placement(instance);
        List<AddressConfig> addresses =
                instance.addresses().stream().map(placement::place).toList();
        List<AddressConfig> excluded =
                instance.excludedAddresses().stream().map(placement::place).toList();
        OwnInterfaceConfig own = instance.host().own();
        return new Placed(
                new VirtualInterfaces(placement.own, own != null && own.speaksOnBase(), placement.others),
                addresses,
                excluded);
    }

    /** Finds places for the addresses of one instance. */
    private final class Placement {
        private final VrrpInstanceConfig instance;
        private final @Nullable VirtualInterface own;
        private final List<VirtualInterface> others = new ArrayList<>();

        Placement(VrrpInstanceConfig instance) {
            this.instance = instance;
            OwnInterfaceConfig asked = instance.host().own();
            this.own = asked == null ? null : own(asked);
        }

        private VirtualInterface own(OwnInterfaceConfig asked) {
            Family family = family(instance.family());
            int vrid = instance.virtualRouterId();
            String name = asked.name() == null ? names.next(prefixes.prefix(), family, vrid) : asked.name();
            String given = asked.hardwareAddress();
            String mac = given == null ? virtualMac(family, vrid) : given;
            return new VirtualInterface(
                    name,
                    instance.interfaceName(),
                    asked.kind(),
                    asked.kind() == Kind.MACVLAN ? mac : null,
                    asked.address() == null ? null : new Prefix(asked.address(), asked.prefixLength()),
                    family == Family.IPV6
                            || all().anyMatch(address -> onOwn(address) && familyOf(address) == AddressFamily.IPV6));
        }

        private Stream<AddressConfig> all() {
            return Stream.concat(instance.addresses().stream(), instance.excludedAddresses().stream());
        }

        /** Whether an address goes on the instance's own macvlan; an ipvlan is for advertisements alone, as keepalived has it. */
        private boolean onOwn(AddressConfig address) {
            OwnInterfaceConfig asked = instance.host().own();
            boolean macvlan = asked != null && asked.kind() == Kind.MACVLAN;
            return macvlan && isHere(address) && !(separate(address) && familyOf(address) != instance.family());
        }

        private boolean isHere(AddressConfig address) {
            return address.device() == null || instance.interfaceName().equals(address.device());
        }

        /** Whether it has a virtual MAC of its own if it does not share the instance's. */
        private boolean separate(AddressConfig address) {
            boolean elsewhere = !isHere(address) || familyOf(address) != instance.family();
            return address.options().contains(AddressOption.VIRTUAL_MAC)
                    || (instance.host().virtualMacEverywhere() && elsewhere);
        }

        AddressConfig place(AddressConfig address) {
            VirtualInterface home = own;
            if (home != null && onOwn(address)) {
                return address.on(home.name());
            }
            if (!separate(address)) {
                return address;
            }
            String base = address.device() == null ? instance.interfaceName() : address.device();
            return address.on(other(base, family(familyOf(address))).name());
        }

        private VirtualInterface other(String base, Family family) {
            int vrid = instance.virtualRouterId();
            String mac = virtualMac(family, vrid);
            for (VirtualInterface each : others) {
                if (each.base().equals(base) && mac.equals(each.hardwareAddress())) {
                    return each;
                }
            }
            String name = names.next(prefixes.addressPrefix(), family, vrid);
            VirtualInterface made = new VirtualInterface(name, base, Kind.MACVLAN, mac, null, family == Family.IPV6);
            others.add(made);
            return made;
        }
    }

    /** RFC 9568, section 7.3. */
    private static String virtualMac(Family family, int vrid) {
        String router = family == Family.IPV4 ? "01" : "02";
        return String.format(Locale.ROOT, "00:00:5e:00:%s:%02x", router, vrid);
    }

    private static AddressFamily familyOf(AddressConfig address) {
        return AddressFamily.of(address.address());
    }

    private static Family family(AddressFamily family) {
        return family == AddressFamily.IPV4 ? Family.IPV4 : Family.IPV6;
    }
}
