package org.lvsdirector.control.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.netfilter.AddressSet;
import org.lvsdirector.netlink.netfilter.AddressSet.Member;
import org.lvsdirector.vrrp.settings.IptablesSettings.SetNames;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** The sets that the rules name, each with what is to be in it; only those that have something in them. */
final class DropSets {
    private DropSets() {}

    static List<AddressSet> of(@Nullable SetNames names, boolean outgoing, DropWish wish) {
        if (names == null) {
            return List.of();
        }
        List<AddressSet> sets = new ArrayList<>();
        sets.add(new AddressSet(names.ipv4(), false, false, addresses(wish, XtFamily.IPV4::has)));
        sets.add(new AddressSet(
                names.ipv6(),
                true,
                false,
                addresses(wish, address -> XtFamily.IPV6.has(address) && !address.isOfItsInterface())));
        sets.add(new AddressSet(
                names.linkLocal(),
                true,
                true,
                wish.addresses().stream()
                        .filter(Unaccepted::isOfItsInterface)
                        .map(address -> new Member(address.address(), address.interfaceName()))
                        .toList()));
        if (outgoing) {
            List<Member> interfaces = wish.quietInterfaces().stream()
                    .map(name -> new Member(null, name))
                    .toList();
            sets.add(new AddressSet(names.igmp(), false, true, interfaces));
            sets.add(new AddressSet(names.mld(), true, true, interfaces));
        }
        sets.removeIf(set -> set.members().isEmpty());
        return sets;
    }

    private static List<Member> addresses(DropWish wish, Predicate<Unaccepted> which) {
        return wish.addresses().stream()
                .filter(which)
                .map(address -> new Member(address.address(), null))
                .toList();
    }
}
