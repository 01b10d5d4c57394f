package org.lvsdirector.control.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.control.files.JsonLedger;
import org.lvsdirector.netlink.netfilter.AddressSet;
import org.lvsdirector.netlink.netfilter.IpSets;
import org.lvsdirector.vrrp.settings.IptablesSettings;
import org.lvsdirector.vrrp.settings.IptablesSettings.SetNames;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** What is wanted, what is left, and what cannot be done, on a machine of paper. */
class IptablesFirewallTest {
    private static final IptablesSettings CHAINS = new IptablesSettings("INPUT", null, null);
    private static final IptablesSettings SETS =
            new IptablesSettings("INPUT", null, new SetNames("k", "k6", "k_if6", "k_igmp", "k_mld"));

    /** Programs by the sort of iptables; each keeps the rules of its table, as text. */
    private static final class Paper implements Programs, IpSets {
        final Map<String, List<String>> rules = new HashMap<>();
        final Set<String> chainless = new TreeSet<>();
        final Map<String, Set<String>> sets = new HashMap<>();
        final List<String> journal = new ArrayList<>();

        Paper has(String... sorts) {
            for (String sort : sorts) {
                rules.put(sort, new ArrayList<>());
            }
            return this;
        }

        @Override
        public Said run(List<String> command, String input) throws IOException {
            String sort = command.get(0).replaceAll("-(save|restore)$", "");
            List<String> table = rules.get(sort);
            if (table == null) {
                throw new NoProgram("cannot run " + command.get(0) + ": is it installed?", new IOException("none"));
            }
            if (command.get(0).endsWith("-save")) {
                return new Said(0, String.join("\n", table), "");
            }
            if (chainless.contains(sort) && (input.contains("\n-I ") || input.contains("\n-A "))) {
                return new Said(1, "", sort + "-restore: line 2 failed");
            }
            journal.add(sort);
            input.lines().forEach(line -> {
                if (line.startsWith("-D ")) {
                    assertTrue(table.remove("-A " + line.substring(3)), line);
                } else if (line.startsWith("-I ")) {
                    table.add(0, line.replaceFirst("-I (\\S+) \\d+", "-A $1"));
                } else if (line.startsWith("-A ")) {
                    table.add(line);
                }
            });
            return new Said(0, "", "");
        }

        @Override
        public void fill(AddressSet set) {
            set.members().forEach(member -> sets.computeIfAbsent(set.name(), name -> new TreeSet<>())
                    .add(String.valueOf(member.address())));
            journal.add("fill " + set.name());
        }

        @Override
        public void takeOut(AddressSet set, Collection<AddressSet.Member> members) {
            members.forEach(member -> sets.getOrDefault(set.name(), Set.of()).remove(String.valueOf(member.address())));
        }

        @Override
        public void empty(String name) {
            sets.getOrDefault(name, Set.of()).clear();
        }

        @Override
        public boolean remove(String name) {
            journal.add("remove " + name);
            return sets.remove(name) != null;
        }

        @Override
        public void close() {}
    }

    private final Paper paper = new Paper();
    private Path ledger = Path.of("");

    @BeforeEach
    void place(@TempDir Path folder) {
        ledger = folder.resolve("director.firewall");
    }

    private IptablesFirewall firewall() {
        return new IptablesFirewall(paper, () -> paper, "mark", new JsonLedger<>(ledger, Trace.class));
    }

    private static DropWish wish(String... addresses) throws IOException {
        List<Unaccepted> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(new Unaccepted(InetAddress.getByName(address), "eth0"));
        }
        return new DropWish(all, List.of());
    }

    private static final String RULE = "-A INPUT -d 192.0.2.1/32 -m comment --comment mark -j DROP";

    @Test
    void rulesComeAndGoAndLeaveNoLedger() throws IOException {
        paper.has("iptables", "ip6tables");
        IptablesFirewall firewall = firewall();
        firewall.apply(CHAINS, wish("192.0.2.1"));
        assertEquals(List.of(RULE), paper.rules.get("iptables"));
        assertTrue(Files.exists(ledger));
        firewall.apply(CHAINS, DropWish.NOTHING);
        assertEquals(List.of(), paper.rules.get("iptables"));
        assertFalse(Files.exists(ledger));
    }

    @Test
    void whereThePlainSortCannotTheLegacyOneIsAsked() throws IOException {
        paper.has("iptables", "iptables-legacy");
        paper.chainless.add("iptables");
        IptablesFirewall firewall = firewall();
        firewall.apply(CHAINS, wish("192.0.2.1"));
        assertEquals(List.of(RULE), paper.rules.get("iptables-legacy"));
        firewall.apply(CHAINS, DropWish.NOTHING);
        assertEquals(List.of(), paper.rules.get("iptables-legacy"));
        assertFalse(Files.exists(ledger));
    }

    @Test
    void whatACrashLeftIsTakenAwayByTheNextLife() throws IOException {
        paper.has("iptables");
        firewall().apply(SETS, wish("192.0.2.1"));
        assertEquals(Set.of("k"), paper.sets.keySet());
        firewall().apply(null, DropWish.NOTHING);
        assertEquals(List.of(), paper.rules.get("iptables"));
        assertEquals(Map.of(), paper.sets);
        assertFalse(Files.exists(ledger));
    }

    @Test
    void aMachineWithoutProgramsIsToldOnceWhatIsMissing() {
        IOException failure = assertThrows(IOException.class, () -> firewall().apply(CHAINS, wish("192.0.2.1")));
        assertTrue(
                String.valueOf(failure.getMessage()).startsWith("cannot run iptables-save: is it installed?"),
                failure.getMessage());
        assertFalse(Files.exists(ledger), "nothing can be left");
    }

    @Test
    void aMachineThatHasNothingToDropNeedsNoProgram() throws IOException {
        firewall().apply(CHAINS, DropWish.NOTHING);
        firewall().apply(null, DropWish.NOTHING);
        assertEquals(List.of(), paper.journal);
    }

    @Test
    void setsAreThereBeforeTheRulesAndGoAfterThem() throws IOException {
        paper.has("iptables");
        IptablesFirewall firewall = firewall();
        firewall.apply(SETS, wish("192.0.2.1", "192.0.2.2"));
        firewall.apply(SETS, wish("192.0.2.2"));
        assertEquals(Set.of("/192.0.2.2"), paper.sets.get("k"));
        firewall.apply(SETS, DropWish.NOTHING);
        assertNull(paper.sets.get("k"));
        assertEquals("fill k", paper.journal.get(0));
        assertEquals("remove k", paper.journal.get(paper.journal.size() - 1));
        assertEquals(List.of(), paper.rules.get("iptables"));
    }

    @Test
    void whatAFormerLifeLeftInASetGoes() throws IOException {
        paper.has("iptables");
        paper.sets.put("k", new TreeSet<>(Set.of("/192.0.2.77")));
        firewall().apply(SETS, wish("192.0.2.1"));
        assertEquals(Set.of("/192.0.2.1"), paper.sets.get("k"));
    }

    @Test
    void otherChainsTakeThePlaceOfTheFirst() throws IOException {
        paper.has("iptables");
        IptablesFirewall firewall = firewall();
        firewall.apply(CHAINS, wish("192.0.2.1"));
        firewall.apply(new IptablesSettings("KEEP", null, null), wish("192.0.2.1"));
        assertEquals(List.of(RULE.replace("INPUT", "KEEP")), paper.rules.get("iptables"));
    }
}
