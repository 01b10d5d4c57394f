package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.linux.NetworkNamespace;
import org.lvsdirector.netlink.route.LoopbackLink;
import org.lvsdirector.vrrp.packet.AuthType;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.packet.UnicastPeer;
import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.runtime.Rehearsal;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * Where takeovers are rehearsed: a network namespace that has nothing but a loopback interface, and ends with the thread that made it. The
 * sockets, packets and addresses are real, and nobody meets them.
 */
public final class RehearsalStage {
    private static final String LOOPBACK = "lo";
    private static final int PRIORITY = 100;
    private static final int HOP_LIMIT = 255;
    private static final long SECOND_NANOS = 1_000_000_000;

    /** Enough for the compiler to take notice of what each life does a few times. */
    private static final int LIVES = 60;

    /** Time is better spent otherwise where all this goes slowly. */
    private static final long LIMIT_NANOS = 3 * SECOND_NANOS;

    private RehearsalStage() {}

    /**
     * Rehearses what instances of these kinds do. The calling thread stays in the namespace: it is of no other use afterwards.
     *
     * @return how many lives were played
     * @throws org.lvsdirector.linux.LinuxException {@code EPERM} without the capability SYS_ADMIN
     */
    public static int rehearse(RouterSettings settings) {
        NetworkNamespace.unshare();
        LoopbackLink.raise();
        RouterSettings scene = scene(settings);
        long end = System.nanoTime() + LIMIT_NANOS;
        int lives = 0;
        while (lives < LIVES && System.nanoTime() < end && Rehearsal.play(LinuxVrrp::open, scene)) {
            lives++;
        }
        return lives;
    }

    /** What makes advertisements of two instances run through different code. */
    private record Kind(VrrpVersion version, Family family, AuthType authentication) {
        static Kind of(InstanceSettings instance) {
            AdvertisementSettings how = instance.advertisement();
            return new Kind(how.version(), how.family(), how.authentication().type());
        }
    }

    /** One instance of each kind. */
    static RouterSettings scene(RouterSettings settings) {
        Set<Kind> kinds = new LinkedHashSet<>();
        settings.instances().forEach(instance -> kinds.add(Kind.of(instance)));
        List<InstanceSettings> instances = new ArrayList<>();
        for (Kind kind : kinds) {
            instances.add(instance(kind, instances.size() + 1));
        }
        return RouterSettings.of(instances);
    }

    /** The loopback interface has no multicast of IPv6. */
    private static Delivery delivery(Family family, InetAddress itself) {
        Delivery multicast = Delivery.multicast(family);
        return family == Family.IPV4
                ? multicast
                : multicast.withUnicast(new Unicast(List.of(UnicastPeer.of(itself)), HOP_LIMIT, false));
    }

    private static InstanceSettings instance(Kind kind, int number) {
        // From the loopback address, on trust: a fresh interface takes its time to have one of IPv6.
        InetAddress source = Addresses.loopback(kind.family());
        AdvertisementSettings how = new AdvertisementSettings(
                kind.version(),
                number,
                SECOND_NANOS,
                source,
                false,
                delivery(kind.family(), source),
                new Authentication(kind.authentication(), LOOPBACK));
        return InstanceSettings.of(
                "rehearsal " + number,
                LOOPBACK,
                how,
                ElectionSettings.of(InitialState.BACKUP, PRIORITY),
                List.of(VirtualAddress.of(Addresses.documentation(kind.family(), number))));
    }
}
