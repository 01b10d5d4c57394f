package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * Notices that somebody else has an address that a MASTER holds: a router that died with its addresses on, a second master that is not
 * heard, a host with that address by mistake. It decides nothing.
 */
final class Claims {
    /** Two answers in a row may be lost before somebody counts as gone; who holds an address is asked every ten seconds. */
    static final long SILENCE_NANOS = 25_000_000_000L;

    /** When each claim was last heard. */
    private final Map<Claim, Long> heard = new LinkedHashMap<>();

    private record Claim(InetAddress address, String hardware) {
        String text() {
            return Turn.text(address) + " at " + hardware;
        }

        Conflict as(boolean begins) {
            return new Conflict(begins, Conflict.Kind.ADDRESS, address, hardware);
        }
    }

    /** Somebody has answered for an address of this MASTER. */
    void answered(Turn turn, InetAddress address, String hardware) {
        Claim claim = new Claim(address, hardware);
        if (heard.put(claim, turn.nowNanos()) == null) {
            turn.tell(claim.as(true));
            turn.say(
                    LogLevel.WARNING,
                    "another host has our address: " + claim.text() + " answers for it; clients may be going there");
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

    /** The addresses are not ours any more. */
    void forget(Turn turn) {
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
            String where = each.interfaceOr(instance.settings().interfaceName());
            if (each.address().equals(address) && where.equals(interfaceName)) {
                return instance.is(VrrpState.MASTER);
            }
        }
        return false;
    }
}
