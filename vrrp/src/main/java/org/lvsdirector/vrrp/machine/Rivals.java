package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Valid;

/**
 * Notices two masters at once. One advertisement of another router is the ordinary end of an election; a router that goes on after it must
 * have heard who is master does not hear, or does not heed: a link that carries packets one way alone, other passwords, another filter. It
 * decides nothing.
 */
final class Rivals {
    /** Its advertisement that crosses ours, one that it had under way, and then there is no excuse. */
    private static final int EXCUSED = 2;

    private @Nullable InetAddress rival;
    private long lastHeardNanos;
    private int heard;
    private boolean reported;

    /** A MASTER has heard another router that ought to yield. */
    void challengedBy(Turn turn, Valid packet) {
        turn.counters().rivalAdverts++;
        if (!packet.source().equals(rival) || silentFor(turn)) {
            forget(turn);
            rival = packet.source();
            heard = 0;
        }
        lastHeardNanos = turn.nowNanos();
        heard++;
        if (heard > EXCUSED && !reported) {
            reported = true;
            tell(turn, true, packet.source());
            turn.say(
                    LogLevel.WARNING,
                    "two masters: " + Turn.text(packet.source()) + " (priority "
                            + packet.advertisement().priority()
                            + ") goes on although we advertise; it does not hear us, or does not heed us");
        }
    }

    /** As MASTER, with each own advertisement: whether the other one is gone. Then our neighbours may have learned its address last. */
    void look(Turn turn) {
        InetAddress silent = present();
        if (silent != null && silentFor(turn)) {
            turn.say("one master again: " + Turn.text(silent) + " is silent");
            forget(turn);
            turn.announce(turn.garp().repeat());
        }
    }

    /** There is no second master any more, or we are none. */
    void forget(Turn turn) {
        InetAddress former = present();
        if (former != null) {
            tell(turn, false, former);
        }
        reported = false;
        rival = null;
    }

    private static void tell(Turn turn, boolean begins, InetAddress other) {
        turn.tell(new Conflict(begins, Conflict.Kind.SECOND_MASTER, other, null));
    }

    private boolean silentFor(Turn turn) {
        return turn.nowNanos() - lastHeardNanos > turn.election().downTimerAdverts() * turn.ownIntervalNanos();
    }

    /** The router that we last told of as a second master, or null if there is none now. */
    @Nullable
    InetAddress present() {
        return reported ? rival : null;
    }
}
