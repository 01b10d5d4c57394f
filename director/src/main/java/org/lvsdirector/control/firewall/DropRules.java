package org.lvsdirector.control.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.IptablesSettings;
import org.lvsdirector.vrrp.settings.IptablesSettings.SetNames;
import org.lvsdirector.vrrp.settings.Unaccepted;

/**
 * The rules of one family in the manner of keepalived: one that drops for each address, at the head of the chain; or with sets one for each
 * set, at its end. Neighbour discovery is let through, or nobody could find an IPv6 address (RFC 9568, section 6.4.3).
 */
final class DropRules {
    private static final String DROP = "-j DROP";
    private static final String ACCEPT = "-j ACCEPT";
    private static final List<Integer> NEIGHBOUR_DISCOVERY = List.of(135, 136);

    /** Multicast listener report and done, router solicitation, version 2 multicast listener report. */
    private static final List<Integer> OWN_WORDS = List.of(131, 132, 133, 143);

    private final IptablesSettings settings;
    private final XtFamily family;
    private final List<DropRule> rules = new ArrayList<>();

    private DropRules(IptablesSettings settings, XtFamily family) {
        this.settings = settings;
        this.family = family;
    }

    /** In the order in which they are to stand. */
    static List<DropRule> of(IptablesSettings settings, XtFamily family, DropWish wish) {
        DropRules all = new DropRules(settings, family);
        List<Unaccepted> own = wish.addresses().stream().filter(family::has).toList();
        SetNames sets = settings.sets();
        if (sets == null) {
            own.forEach(all::drop);
        } else if (!own.isEmpty()) {
            all.dropMembers(sets, own);
        }
        all.keepQuiet(sets, wish.quietInterfaces());
        return all.rules;
    }

    private void drop(Unaccepted address) {
        String host = family.text(address);
        boolean local = address.isOfItsInterface();
        both("-d " + host + (local ? " -i " + address.interfaceName() : ""), settings.input(), true);
        both("-s " + host + (local ? " -o " + address.interfaceName() : ""), settings.output(), true);
    }

    private void dropMembers(SetNames sets, List<Unaccepted> own) {
        if (own.stream().anyMatch(Unaccepted::isOfItsInterface)) {
            both(in(sets.linkLocal(), "dst,src"), settings.input(), false);
            both(in(sets.linkLocal(), "src,dst"), settings.output(), false);
        }
        if (!own.stream().allMatch(Unaccepted::isOfItsInterface)) {
            String set = family == XtFamily.IPV4 ? sets.ipv4() : sets.ipv6();
            both(in(set, "dst"), settings.input(), false);
            both(in(set, "src"), settings.output(), false);
        }
    }

    /** In iptables' tongue the incoming interface is a source and the outgoing one a destination. */
    private static String in(String set, String directions) {
        return "-m set --match-set " + set + " " + directions;
    }

    private void both(String match, @Nullable String chain, boolean first) {
        if (chain == null) {
            return;
        }
        if (family == XtFamily.IPV6) {
            NEIGHBOUR_DISCOVERY.forEach(
                    type -> rules.add(new DropRule(chain, first, match + " " + icmpv6(type), ACCEPT)));
        }
        rules.add(new DropRule(chain, first, match, DROP));
    }

    private void keepQuiet(@Nullable SetNames sets, List<String> interfaces) {
        String chain = settings.output();
        if (chain == null || interfaces.isEmpty()) {
            return;
        }
        Stream<String> from = sets == null
                ? interfaces.stream().map(name -> "-o " + name)
                : Stream.of(in(family == XtFamily.IPV4 ? sets.igmp() : sets.mld(), "dst,dst"));
        from.forEach(match -> {
            if (family == XtFamily.IPV4) {
                rules.add(new DropRule(chain, false, match + " -p igmp", DROP));
            } else {
                OWN_WORDS.forEach(type -> rules.add(new DropRule(chain, false, match + " " + icmpv6(type), DROP)));
            }
        });
    }

    private static String icmpv6(int type) {
        return "-p ipv6-icmp -m icmp6 --icmpv6-type " + type;
    }
}
