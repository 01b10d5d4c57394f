package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_FLUSH;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_GET_CONFIG;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_GET_DAEMON;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_GET_DEST;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_GET_INFO;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_GET_SERVICE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ZERO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.MessageDecoder;
import org.lvsdirector.netlink.MessageHandler;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.NetlinkRequest;
import org.lvsdirector.netlink.generic.GenericFamily;
import org.lvsdirector.netlink.generic.NoSuchFamilyException;

/**
 * The kernel's IPVS over generic netlink ({@code linux/ip_vs.h}, family {@code IPVS}). Every request needs CAP_NET_ADMIN in the
 * initial user namespace, reading included. {@code modprobe} is never run: the kernel loads the module itself when it is asked for the
 * family (since 5.16).
 */
public final class KernelIpvs implements Ipvs {
    private final NetlinkConnection connection;
    private final GenericFamily family;
    private final ServiceDecoder services = new ServiceDecoder();
    private final RealServerDecoder realServers = new RealServerDecoder();

    private KernelIpvs(NetlinkConnection connection, GenericFamily family) {
        this.connection = connection;
        this.family = family;
    }

    /**
     * Opens the table of the network namespace that the calling thread is in.
     *
     * @throws IpvsUnavailableException if the kernel has no IPVS
     * @throws IpvsException if the kernel could not be reached
     */
    public static KernelIpvs open() {
        NetlinkConnection connection;
        try {
            connection = NetlinkConnection.open(SocketConstants.NETLINK_GENERIC);
        } catch (LinuxException e) {
            throw new IpvsException("cannot reach the kernel: " + e.getMessage(), e.errno(), e);
        }
        try {
            return over(connection);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** As {@link #open}, over a connection that exists, and that this closes. */
    public static KernelIpvs over(NetlinkConnection connection) {
        try {
            return new KernelIpvs(connection, GenericFamily.find(connection, IpvsConstants.IPVS_GENL_NAME));
        } catch (NoSuchFamilyException e) {
            throw new IpvsUnavailableException(e);
        } catch (NetlinkException e) {
            throw failure(e);
        }
    }

    @Override
    public List<ChangeResult> apply(List<? extends IpvsChange> changes) {
        Map<Integer, IpvsException> failures = new HashMap<>();
        // No lambda: ipvsctl comes by here, and the first one of a process costs it milliseconds.
        for (Map.Entry<Integer, NetlinkException> failed :
                connection.executeAll(new ChangeRequests(family, changes)).entrySet()) {
            failures.put(failed.getKey(), failure(failed.getValue()));
        }
        return new ChangeResults(changes, failures);
    }

    @Override
    public List<ServiceEntry> services() {
        return dump(IpvsRequest.plain(family, IPVS_CMD_GET_SERVICE, "list the services"), services);
    }

    @Override
    public Optional<ServiceEntry> service(ServiceKey key) {
        try {
            return Optional.of(
                    get(IpvsRequest.about(family, IPVS_CMD_GET_SERVICE, key, "look up service " + key), services));
        } catch (IpvsException e) {
            if (e.errno() == Errno.ESRCH) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<RealServerEntry> realServers(ServiceKey key) {
        return dump(
                IpvsRequest.about(family, IPVS_CMD_GET_DEST, key, "list the real servers of " + key),
                realServers.of(key));
    }

    @Override
    public void zero(@Nullable ServiceKey key) {
        String of = key == null ? "all services" : key.toString();
        execute(IpvsRequest.about(family, IPVS_CMD_ZERO, key, "zero the counters of " + of));
    }

    @Override
    public void flush() {
        execute(IpvsRequest.plain(family, IPVS_CMD_FLUSH, "remove all services"));
    }

    @Override
    public IpvsInfo info() {
        return get(IpvsRequest.plain(family, IPVS_CMD_GET_INFO, "ask for the version of IPVS"), new ConfigCodec.Info());
    }

    @Override
    public IpvsTimeouts timeouts() {
        return get(
                IpvsRequest.plain(family, IPVS_CMD_GET_CONFIG, "ask for the connection timeouts"),
                new ConfigCodec.Timeouts());
    }

    @Override
    public void setTimeouts(IpvsTimeouts timeouts) {
        execute(IpvsRequest.setTimeouts(family, timeouts));
    }

    @Override
    public List<SyncDaemon> daemons() {
        return dump(IpvsRequest.plain(family, IPVS_CMD_GET_DAEMON, "list the sync daemons"), new DaemonCodec());
    }

    @Override
    public void startDaemon(SyncDaemon daemon) {
        execute(IpvsRequest.startDaemon(family, daemon));
    }

    @Override
    public void stopDaemon(SyncDaemon.Role role, int syncId) {
        // A daemon that has not run yet stops well, but the kernel's thread reports EINTR, which netlink answers with
        // silence. So a
        // request that is always answered goes along, and silence about the first means that it went well.
        NetlinkRequest stop = IpvsRequest.stopDaemon(family, role, syncId);
        NetlinkRequest fence = IpvsRequest.plain(family, IPVS_CMD_GET_INFO, stop.describe());
        Map<Integer, NetlinkException> failures = connection.executeAll(List.of(stop, fence));
        for (NetlinkException failed : failures.values()) {
            throw failure(failed);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private void execute(NetlinkRequest request) {
        try {
            connection.execute(request);
        } catch (NetlinkException e) {
            throw failure(e);
        }
    }

    private <T> List<T> dump(NetlinkRequest request, MessageDecoder<T> decoder) {
        try {
            return connection.dump(request, decoder);
        } catch (NetlinkException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            throw strange(request, e);
        }
    }

    private <T> T get(NetlinkRequest request, MessageDecoder<T> decoder) {
        Answer<T> answer = new Answer<>(decoder);
        try {
            connection.execute(request, answer);
        } catch (NetlinkException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            throw strange(request, e);
        }
        T value = answer.value;
        if (value == null) {
            throw new IpvsException("cannot " + request.describe() + ": the kernel's answer is empty", Errno.EPROTO);
        }
        return value;
    }

    private static IpvsException failure(NetlinkException cause) {
        return new IpvsException("cannot " + cause.getMessage(), cause.errno(), cause);
    }

    /** The kernel holds a value that this project has no word for. */
    private static IpvsException strange(NetlinkRequest request, IllegalArgumentException cause) {
        return new IpvsException(
                "cannot " + request.describe() + ": " + Errno.describe(Errno.EPROTO.number()) + ": "
                        + cause.getMessage(),
                Errno.EPROTO,
                cause);
    }

    private static final class Answer<T> implements MessageHandler {
        private final MessageDecoder<T> decoder;
        private @Nullable T value;

        Answer(MessageDecoder<T> decoder) {
            this.decoder = decoder;
        }

        @Override
        public void handle(NetlinkMessage message) {
            value = decoder.decode(message);
        }
    }
}
