package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.packet.AdvertisementFilter;
import org.lvsdirector.vrrp.packet.AuthType;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Rejection;

/** Hands waiting packets to the machine, each judged by the filter of the instance that it is for. */
final class PacketReader {
    /** Longer than any advertisement; the rest of a longer datagram is cut off, and its length tells. */
    private static final int RECEIVE_BUFFER_BYTES = 8192;

    /**
     * Packets taken at once for each endpoint. It is more than a socket's default buffer holds, so all that came while the driver slept is
     * seen before a deadline is acted on, and yet a flood cannot keep it from its deadlines.
     */
    private static final int PACKETS_PER_ENDPOINT = 512;

    private final AdvertTransport transport;
    private final InstanceWires wires;
    private final EventSink sink;
    private final Consumer<RouterEvent> machine;
    private final ByteBuffer received = ByteBuffer.allocateDirect(RECEIVE_BUFFER_BYTES);
    private final Set<Stranger> told = new HashSet<>();
    private boolean tellsOfStrangers;
    private long tooShort;
    private long unknownVrid;

    PacketReader(AdvertTransport transport, InstanceWires wires, EventSink sink, Consumer<RouterEvent> machine) {
        this.transport = transport;
        this.wires = wires;
        this.sink = sink;
        this.machine = machine;
    }

    /** Takes the packets that wait. */
    void readWaiting() {
        int most = PACKETS_PER_ENDPOINT * wires.endpointCount();
        for (int count = 0; count < most; count++) {
            Endpoint endpoint = transport.receive(received);
            if (endpoint == null) {
                return;
            }
            take(endpoint);
        }
    }

    private void take(Endpoint endpoint) {
        int vrid = AdvertisementFilter.peekVrid(received, endpoint.family(), endpoint.authenticated());
        if (vrid < 0) {
            tooShort++;
            return;
        }
        InstanceWire wire = wires.find(endpoint, vrid);
        if (wire == null) {
            noteStray(endpoint, vrid);
            return;
        }
        machine.accept(new RouterEvent.PacketReceived(wire.key(), wire.filter().check(received)));
    }

    /** A header where none belongs, or none where one does, is a fault between two routers of one group. */
    private void noteStray(Endpoint endpoint, int vrid) {
        InstanceWire other = wires.find(endpoint.otherwiseAuthenticated(), vrid);
        if (other != null) {
            int received = (endpoint.authenticated() ? AuthType.AH : AuthType.NONE).code();
            int expected =
                    other.settings().advertisement().authentication().type().code();
            Rejected mismatch = new Rejected(Rejection.AUTH_TYPE_MISMATCH, received, expected);
            machine.accept(new RouterEvent.PacketReceived(other.key(), mismatch));
            return;
        }
        unknownVrid++;
        tellOf(endpoint, vrid);
    }

    /** A virtual router that is not configured here. */
    private record Stranger(String interfaceName, Family family, int vrid) {}

    /** Whether strangers are worth a line in the log, each once. */
    void tellOfStrangers(boolean wanted) {
        tellsOfStrangers = wanted;
        told.clear();
    }

    private void tellOf(Endpoint endpoint, int vrid) {
        if (tellsOfStrangers && told.add(new Stranger(endpoint.interfaceName(), endpoint.family(), vrid))) {
            sink.log(
                    LogLevel.INFO,
                    "Unknown VRID(" + vrid + ") received on interface(" + endpoint.interfaceName() + "). ignoring...");
        }
    }

    /** Packets so far that belonged to no instance. */
    DriverStatus.StrayPackets strays() {
        return new DriverStatus.StrayPackets(tooShort, unknownVrid);
    }
}
