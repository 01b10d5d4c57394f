package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * Notices that somebody else has an address that a MASTER holds, or that a BACKUP is about to take: a router that died with its addresses
 * on, a second master that is not heard, a host with that address by mistake. It decides nothing.
 */
final class Claims {
    /** Two answers in a row may be lost before somebody counts as gone; who holds an address is asked every ten seconds. */
    static final long SILENCE_NANOS = 25_000_000_000L;

    /** When each claim was last heard. */
    private final Map<Claim, Long> heard = new LinkedHashMap<>();

    private boolean asks;
    private boolean askedAhead;
    /** Whether it is known who has the addresses until they are ours: a master that yields or has resigned. */
    private boolean expected;

    private record Claim(InetAddress address, String hardware) {
        String text() {
            return Turn.text(address) + " at " + hardware;
        }

        Conflict as(boolean begins) {
            return new Conflict(begins, Conflict.Kind.ADDRESS, address, hardware);
        }
    }

    /**
     * When a BACKUP asks: one advertisement before it would take over, so that the answer is there first. A master that lives has been heard
     * by then, also where a single advertisement counts.
     */
    long askAtNanos(InstanceSettings settings, InstanceState state) {
        long takeover = state.timers().electionNanos();
        if (!asks || askedAhead || expected || takeover == VrrpRouter.NEVER) {
            return VrrpRouter.NEVER;
        }
        long interval = state.masterIntervalNanos();
        return settings.election().downTimerAdverts() > 1
                ? takeover - interval
                : takeover - ElectionTimes.skewNanos(settings, state.priority(), interval) / 2;
    }

    /** A BACKUP will take over soon unless a master is heard. Whoever has the addresses now is none that it hears. */
    void askAhead(Turn turn) {
        askedAhead = true;
        if (!turn.instance().addresses().isEmpty()) {
            turn.act(new RouterAction.AskAhead(
                    turn.instance().key(), turn.instance().addresses()));
        }
    }

    /** A router was heard that may well have the addresses, though this one will take them. */
    void expectAnswer() {
        expected = true;
    }

    /** The master lives. */
    void masterLives(Turn turn) {
        expected = false;
        if (askedAhead) {
            standDown(turn);
        }
    }

    /** The addresses are ours now. Who has answered before must answer again. */
    void taken() {
        askedAhead = false;
        expected = false;
    }

    /** The addresses will not be taken now, or are not ours any more. */
    void standDown(Turn turn) {
        if (askedAhead && !turn.instance().is(VrrpState.MASTER)) {
            turn.act(new RouterAction.AskNoMore(
                    turn.instance().key(), turn.instance().addresses()));
        }
        askedAhead = false;
        expected = false;
        forget(turn);
    }

    /** Whether to ask at all. */
    void configure(boolean wanted) {
        asks = wanted;
    }

    /** Somebody has answered for an address of this MASTER, or of a BACKUP that has asked. */
    void answered(Turn turn, InetAddress address, String hardware) {
        boolean holding = turn.instance().is(VrrpState.MASTER);
        if (!holding && (!askedAhead || expected)) {
            return;
        }
        Claim claim = new Claim(address, hardware);
        if (heard.put(claim, turn.nowNanos()) == null) {
            turn.tell(claim.as(true));
            turn.say(
                    LogLevel.WARNING,
                    holding
                            ? "another host has our address: " + claim.text()
                                    + " answers for it; clients may be going there"
                            : "no master is heard, but another host has the address: " + claim.text()
                                    + " answers for it; we take it all the same unless a master is heard");
        }
    }

    /** As MASTER, with each own advertisement: whether somebody is gone, so that the neighbours should learn of us anew. */
    void look(Turn turn) {
        if (heard.isEmpty()) {
            return;
        }
        List<Claim> gone = new ArrayList<>();
        heard.forEach((claim, when) -> {
            if (turn.nowNanos() - when > SILENCE_NANOS) {
                gone.add(claim);
            }
        });
        for (Claim claim : gone) {
            heard.remove(claim);
            turn.tell(claim.as(false));
            turn.say("our address is ours alone again: " + claim.text() + " is silent");
        }
        if (!gone.isEmpty()) {
            turn.announce(turn.garp().repeat());
        }
    }

    private void forget(Turn turn) {
        heard.keySet().forEach(claim -> turn.tell(claim.as(false)));
        heard.clear();
    }

    /** {@code ADDRESS at HARDWARE} for each. */
    List<String> present() {
        return heard.keySet().stream().map(Claim::text).sorted().toList();
    }

    /** Whether an address of this instance is meant. */
    static boolean concerns(Instance instance, String interfaceName, InetAddress address) {
        for (VirtualAddress each : instance.addresses()) {
            if (each.address().equals(address)
                    && instance.settings().askedOn(each).equals(interfaceName)) {
                return true;
            }
        }
        return false;
    }
}
