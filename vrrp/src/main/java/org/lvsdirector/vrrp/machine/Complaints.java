package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Remark;
import org.lvsdirector.vrrp.packet.Received.Valid;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** Counts what is wrong with packets and logs each kind once until the state changes: a noisy neighbour must not fill the disk. */
final class Complaints {
    private static final String ADDRESS_LIST = "ADDRESS_LIST";
    private static final String TWO_OWNERS = "TWO_OWNERS";

    private Complaints() {}

    static void rejected(Turn turn, Rejected packet) {
        turn.counters().rejected(packet.reason());
        once(turn, packet.reason().name(), LogLevel.INFO, text(turn.settings(), packet));
    }

    /**
     * Compares the addresses, unless that is not wanted for a source that was heard before. A difference is no reason to ignore the
     * master: two masters would be worse than one with another list.
     */
    static void addresses(Turn turn, Valid packet) {
        boolean skip = turn.settings().skipAddressCheck()
                && packet.source().equals(turn.state().master());
        if (!packet.addressesMatch() && !skip) {
            turn.counters().addressListErrors++;
            once(turn, ADDRESS_LIST, LogLevel.INFO, addressText(turn.settings(), packet));
        }
    }

    /** Tells what an operator ought to know of a packet that is heeded. */
    static void remark(Turn turn, Valid packet) {
        Remark remark = packet.remark();
        if (remark != null) {
            turn.counters().remarked(remark.kind());
            once(turn, remark.kind().name(), LogLevel.INFO, text(packet, remark));
        }
    }

    private static String text(Valid packet, Remark remark) {
        String from = Turn.text(packet.source());
        return switch (remark.kind()) {
            case UNSIGNED -> "missing authentication trailer from " + from + ", which is taken nonetheless";
            case CLOCK_SKEW ->
                "authentication clock skew " + remark.seconds() + " sec from " + from + " approaching window "
                        + remark.window() + " sec";
        };
    }

    static void twoOwners(Turn turn) {
        once(
                turn,
                TWO_OWNERS,
                LogLevel.ERROR,
                "CONFIGURATION ERROR: local instance and a remote instance are both configured as address owner, please fix");
    }

    private static void once(Turn turn, String kind, LogLevel level, String text) {
        Set<String> said = turn.state().complaints();
        if (!said.contains(kind)) {
            Set<String> more = new HashSet<>(said);
            more.add(kind);
            turn.enter(turn.state().withComplaints(Set.copyOf(more)));
            turn.say(level, text);
        }
    }

    private static String text(InstanceSettings settings, Rejected packet) {
        int received = packet.received();
        int expected = packet.expected();
        return switch (packet.reason()) {
            case LENGTH ->
                "vrrp packet too " + (received < expected ? "short" : "long") + ", length " + received + " and expect "
                        + expected;
            case TRAILER_MISSING -> "missing authentication trailer";
            case TRAILER_MALFORMED -> "malformed authentication trailer";
            case TRAILER_STALE ->
                "stale authentication trailer, clock skew " + received + " sec exceeds window " + expected + " sec";
            case TRAILER_KEY -> "unknown authentication key id " + received;
            case TRAILER_DIGEST -> "invalid authentication HMAC: a changed packet or another key";
            case TRAILER_REPLAY -> "replayed authentication trailer";
            case TTL -> "invalid TTL/HL. Received " + received + " and expect " + expected;
            case VERSION -> "wrong version. Received " + received + " and expect " + expected;
            case VRID -> "received VRID mismatch. Received " + received + ", Expected " + expected;
            case AUTH_TYPE_INVALID -> "Invalid auth type: " + received;
            case AUTH_TYPE_MISMATCH -> "received a " + received + " auth, expecting " + expected + "!";
            case AUTH_FAILURE -> "received an invalid passwd!";
            case AH_HEADER -> "IPSEC-AH: invalid header. Received protocol " + received + " and expect " + expected;
            case AH_SPI -> "IPSEC-AH: invalid IPSEC SPI value";
            case AH_REPLAY ->
                "IPSEC-AH: sequence number " + Integer.toUnsignedString(received)
                        + " already processed. Packet dropped. Local(" + Integer.toUnsignedString(expected) + ")";
            case AH_DIGEST -> "IPSEC-AH: invalid IPSEC HMAC-MD5 value: a changed packet or another password";
            case DESTINATION ->
                settings.advertisement().delivery().unicast() == null
                        ? "received unicast VRRP packet on multicast instance"
                        : "received multicast VRRP packet on unicast instance";
            case UNICAST_SOURCE -> "unicast source address not a unicast peer";
            case UNICAST_TTL -> "unicast TTL/HL " + received + " outside the bounds for the peer";
            case INTERVAL -> "advertisement interval mismatch mine=" + expected + " sec rcv'd=" + received + " sec";
            case TYPE -> "Invalid packet type. " + received + " and expect " + expected;
            case IP_LENGTH -> "ip_tot_len mismatch against received length. " + received + " and received " + expected;
            case CHECKSUM ->
                "Invalid VRRPv" + settings.advertisement().version().number() + " checksum";
        };
    }

    private static String addressText(InstanceSettings settings, Valid packet) {
        List<InetAddress> heard = packet.advertisement().addresses();
        List<VirtualAddress> own = settings.addresses();
        if (heard.size() != own.size()) {
            return "expected " + own.size() + " VIPs but received " + heard.size();
        }
        String missing = own.stream()
                .map(VirtualAddress::address)
                .filter(address -> !heard.contains(address))
                .findFirst()
                .map(Turn::text)
                .orElse("one of them twice");
        return "ip address associated with VRID " + settings.advertisement().vrid() + " not present in MASTER advert: "
                + missing;
    }
}
