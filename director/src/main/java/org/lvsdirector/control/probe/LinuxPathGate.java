package org.lvsdirector.control.probe;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DataPath;
import org.lvsdirector.check.path.PathGate;
import org.lvsdirector.control.sysctl.Sysctls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a probe onto the data path: its mark has IPVS forward it to the one real server that the mark stands for, and its source is this
 * machine's own address on the way there, so that the answer comes back to it.
 *
 * <p>The answer's source is the service's address. While this machine holds that one, its kernel takes such a packet only with
 * {@code accept_local} and without strict {@code rp_filter} on the interface. With {@code backup_only} a standby that runs a backup sync
 * daemon forwards nothing.
 */
public final class LinuxPathGate implements PathGate {
    private static final Logger LOG = LoggerFactory.getLogger("checkers");
    private static final String BACKUP_ONLY = "net/ipv4/vs/backup_only";

    private final Sysctls sysctls;
    private Set<InetAddress> local = Set.of();
    private boolean told;

    public LinuxPathGate(Sysctls sysctls) {
        this.sysctls = sysctls;
    }

    /** Which addresses this machine has. From the engine's thread, as all else here. */
    public void addresses(Set<InetAddress> present) {
        local = present;
    }

    @Override
    public @Nullable ConnectOptions enter(ConnectOptions straight, DataPath path, InetAddress address) {
        try {
            InetAddress source = straight.bindAddress() == null ? sourceTo(straight.address()) : straight.bindAddress();
            boolean owner = local.contains(address);
            if (source.equals(address) || (owner ? !hears(source) : !forwards(address))) {
                return null;
            }
            return new ConnectOptions(address, path.port(), source, 0, null, path.mark(), straight.timeoutNanos());
        } catch (IOException e) {
            return cannot("no way to " + address.getHostAddress() + " from here: " + e.getMessage());
        }
    }

    private static InetAddress sourceTo(InetAddress address) throws IOException {
        var family = address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        try (DatagramChannel asking = DatagramChannel.open(family)) {
            asking.connect(new InetSocketAddress(address, 9)); // sends nothing, asks the routes alone
            return ((InetSocketAddress) asking.getLocalAddress()).getAddress();
        }
    }

    private boolean forwards(InetAddress address) throws IOException {
        if (sysctls.get(BACKUP_ONLY).equals("1")) {
            cannot("net.ipv4.vs.backup_only is 1, and this machine is not the owner");
            return false;
        }
        sourceTo(address); // without a route the packet never gets as far as IPVS
        return true;
    }

    private boolean hears(InetAddress source) throws IOException {
        if (!(source instanceof Inet4Address)) {
            return true; // IPv6 has no such checks
        }
        NetworkInterface device = NetworkInterface.getByInetAddress(source);
        if (device == null) {
            cannot(source.getHostAddress() + " is on no interface of this machine");
            return false;
        }
        String folder = "net/ipv4/conf/" + device.getName() + "/";
        boolean loose = !strict(folder) || sysctls.set(folder + "rp_filter", "2");
        boolean accepts =
                sysctls.get("net/ipv4/conf/all/accept_local").equals("1") || sysctls.set(folder + "accept_local", "1");
        return loose && accepts;
    }

    /** The greater of the interface's own and of that for all counts. */
    private boolean strict(String folder) {
        String own = sysctls.get(folder + "rp_filter");
        String all = sysctls.get("net/ipv4/conf/all/rp_filter");
        return (own.equals("1") || all.equals("1")) && !own.equals("2") && !all.equals("2");
    }

    private @Nullable ConnectOptions cannot(String reason) {
        if (!told) {
            told = true;
            LOG.warn("vip_check asks real servers straight for the time being: {}", reason);
        }
        return null;
    }
}
