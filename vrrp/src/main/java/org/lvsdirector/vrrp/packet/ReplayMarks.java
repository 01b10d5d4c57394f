package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The last number that each sender signed with. Over unicast the senders are the peers; over multicast they are the last few that were
 * heard, the one longest unheard making room.
 */
final class ReplayMarks {
    private static final int GROUP_SENDERS = 4;

    private final boolean peersAlone;
    private final byte[][] senders;
    private final long[] sequences;
    private final boolean[] known;
    private final long[] used;
    private long uses;

    private ReplayMarks(boolean peersAlone, byte[][] senders) {
        this.peersAlone = peersAlone;
        this.senders = senders;
        this.sequences = new long[senders.length];
        this.known = new boolean[senders.length];
        this.used = new long[senders.length];
    }

    static ReplayMarks of(@Nullable Unicast unicast) {
        return unicast == null
                ? new ReplayMarks(false, new byte[GROUP_SENDERS][0])
                : new ReplayMarks(true, addresses(unicast.peers()));
    }

    private static byte[][] addresses(List<UnicastPeer> peers) {
        return peers.stream().map(peer -> peer.address().getAddress()).toArray(byte[][]::new);
    }

    /** Keeps what is known of senders that may be heard here too. */
    void continueFrom(ReplayMarks before) {
        for (int i = 0; i < before.senders.length; i++) {
            int place = peersAlone ? placeOf(before.senders[i]) : i;
            if (before.known[i] && place >= 0 && place < senders.length) {
                senders[place] = before.senders[i];
                known[place] = true;
                sequences[place] = before.sequences[i];
                used[place] = ++uses;
            }
        }
    }

    private int placeOf(byte[] sender) {
        for (int i = 0; i < senders.length; i++) {
            if (Arrays.equals(senders[i], sender)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this sender may be heard at all. */
    boolean admits(IpHeader ip, ByteBuffer datagram) {
        return !peersAlone || find(ip, datagram) >= 0;
    }

    /**
     * Takes note of a number that is known to be genuine.
     *
     * @param counts whether a mark still counts
     * @return false if the sender used it, or a later one, before
     */
    boolean accept(IpHeader ip, ByteBuffer datagram, long sequence, LongPredicate counts) {
        int place = find(ip, datagram);
        if (place < 0) {
            place = leastUsed();
            senders[place] = ip.source(datagram).getAddress();
            known[place] = false;
        }
        used[place] = ++uses;
        if (known[place] && counts.test(sequences[place]) && !TrailerSequence.isAfter(sequence, sequences[place])) {
            return false;
        }
        known[place] = true;
        sequences[place] = sequence;
        return true;
    }

    private int find(IpHeader ip, ByteBuffer datagram) {
        for (int i = 0; i < senders.length; i++) {
            if (ip.comesFrom(senders[i], datagram)) {
                return i;
            }
        }
        return -1;
    }

    private int leastUsed() {
        int least = 0;
        for (int i = 1; i < used.length; i++) {
            if (used[i] < used[least]) {
                least = i;
            }
        }
        return least;
    }
}
