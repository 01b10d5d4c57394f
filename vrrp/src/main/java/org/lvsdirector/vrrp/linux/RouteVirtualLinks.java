package org.lvsdirector.vrrp.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.NetworkInterfaces;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.LinkChanges;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.runtime.VirtualLinks;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** Macvlans and ipvlans, by rtnetlink. */
final class RouteVirtualLinks implements VirtualLinks {
    private static final Path PROC_NET = Path.of("/proc/sys/net");
    private static final String VRF = "vrf";
    private static final String ON = "1";
    private static final String OFF = "0";
    /** {@code IN6_ADDR_GEN_MODE_NONE}: no link-local address of its own accord. */
    private static final String NO_ADDRESS = "1";

    private final Interfaces interfaces;
    private final LinkChanges changes;
    private final KernelSettings kernel;

    /**
     * @param interfaces not closed with this
     * @param changes closed with this
     */
    RouteVirtualLinks(Interfaces interfaces, LinkChanges changes, KernelSettings kernel) {
        this.interfaces = interfaces;
        this.changes = changes;
        this.kernel = kernel;
    }

    @Override
    public Outcome ensure(VirtualInterface wanted) {
        try {
            Collection<Link> links = interfaces.links();
            Link base = named(wanted.base(), links);
            if (base == null) {
                throw new PortException("cannot make " + wanted.text() + ": there is no interface " + wanted.base());
            }
            Link present = named(wanted.name(), links);
            if (present == null) {
                return makeOrRename(wanted, base, links);
            }
            if (!MadeLink.isLike(present, wanted, base.index())) {
                throw new PortException("cannot make " + wanted.text() + ": there is another interface of that name ("
                        + describe(present) + "); remove it, or give ours another name");
            }
            prepare(wanted, present.index());
            return Outcome.ADOPTED;
        } catch (InterfaceException e) {
            throw new PortException("cannot make " + wanted.text() + ": " + e.getMessage(), e);
        }
    }

    private Outcome makeOrRename(VirtualInterface wanted, Link base, Collection<Link> links) {
        for (Link link : links) {
            // The kernel lets no two of one hardware address be up on one base.
            if (wanted.kind() == VirtualInterface.Kind.MACVLAN && MadeLink.isLike(link, wanted, base.index())) {
                changes.rename(link.index(), wanted.name());
                prepare(wanted, link.index());
                return Outcome.RENAMED;
            }
        }
        changes.add(MadeLink.of(wanted, base.index(), vrfOf(base, links)));
        OptionalInt index = NetworkInterfaces.index(wanted.name());
        if (index.isEmpty()) {
            throw new PortException("cannot make " + wanted.text() + ": it went away at once");
        }
        prepare(wanted, index.getAsInt());
        return Outcome.MADE;
    }

    /** A base in a VRF takes what is made upon it along. */
    private static int vrfOf(Link base, Collection<Link> links) {
        return links.stream()
                .filter(link ->
                        link.index() == base.masterIndex() && link.kind().equals(VRF))
                .mapToInt(Link::index)
                .findFirst()
                .orElse(0);
    }

    private void prepare(VirtualInterface wanted, int index) {
        if (wanted.kind() == VirtualInterface.Kind.MACVLAN) {
            tune(wanted);
        }
        changes.raise(index);
        Prefix own = wanted.ownAddress();
        if (own != null) {
            interfaces.add(InterfaceAddress.of(index, own.address(), own.length()));
        }
    }

    /**
     * As keepalived has it, but for router advertisements: of a prefix that one of them tells, all machines with this hardware address would
     * make the same address. The settings go with the interface.
     */
    private static void tune(VirtualInterface macvlan) {
        set(macvlan, "ipv6/conf", "addr_gen_mode", NO_ADDRESS);
        set(macvlan, "ipv6/conf", "accept_ra", OFF);
        set(macvlan, "ipv6/conf", "disable_ipv6", macvlan.ipv6() ? OFF : ON);
        set(macvlan, "ipv4/conf", "arp_ignore", ON);
        set(macvlan, "ipv4/conf", "accept_local", ON);
        set(macvlan, "ipv4/conf", "rp_filter", OFF);
        set(macvlan, "ipv4/conf", "promote_secondaries", ON);
    }

    private static void set(VirtualInterface made, String family, String setting, String value) {
        try {
            Files.writeString(PROC_NET.resolve(family).resolve(made.name()).resolve(setting), value);
        } catch (NoSuchFileException without) {
            // A kernel without IPv6, or too old for the setting.
        } catch (IOException e) {
            throw new PortException("cannot set " + setting + " of " + made.name() + ": " + e.getMessage(), e);
        }
    }

    private static String describe(Link link) {
        return (link.kind().isEmpty() ? "hardware" : link.kind()) + ", " + link.address();
    }

    private static @Nullable Link named(String name, Collection<Link> links) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean remove(VirtualInterface made) {
        try {
            return VirtualLinkRemoval.remove(made, interfaces.links(), changes);
        } catch (InterfaceException e) {
            throw new PortException("cannot remove " + made.text() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void tuneFor(Collection<VirtualInterface> present, Collection<String> promoting, boolean silentGroups) {
        try {
            List<String> names = interfaces.links().stream().map(Link::name).toList();
            Map<String, String> wanted = new LinkedHashMap<>(BaseSettings.of(present, names, kernel));
            for (String name : promoting) {
                if (names.contains(name)) {
                    wanted.put("net/ipv4/conf/" + name + "/promote_secondaries", ON);
                }
            }
            if (silentGroups) {
                wanted.put("net/ipv4/igmp_link_local_mcast_reports", OFF);
            }
            kernel.hold(wanted);
        } catch (InterfaceException e) {
            throw new PortException("cannot look at interfaces: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        changes.close();
    }
}
