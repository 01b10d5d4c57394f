package org.lvsdirector.netlink.route;

import java.util.List;
import java.util.Set;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;

/** Links and addresses of a network namespace, by rtnetlink. */
public final class KernelInterfaces implements Interfaces {
    private static final Set<Errno> THERE = Set.of(Errno.EEXIST);
    private static final Set<Errno> NOT_THERE = Set.of(Errno.EADDRNOTAVAIL, Errno.ENODEV);

    private final RouteSession session;

    /** @param connection to rtnetlink; closed with this */
    public KernelInterfaces(NetlinkConnection connection) {
        this.session = new RouteSession(connection);
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static KernelInterfaces open() {
        return new KernelInterfaces(RouteSession.connect());
    }

    @Override
    public List<Link> links() {
        return session.dump(DumpRequest.LINKS, LinkDecoder::decode);
    }

    @Override
    public List<InterfaceAddress> addresses() {
        return session.dump(DumpRequest.ADDRESSES, AddressDecoder::decode);
    }

    @Override
    public boolean add(InterfaceAddress address) {
        return session.succeedsUnless(AddressRequest.add(address), THERE);
    }

    @Override
    public boolean remove(InterfaceAddress address) {
        return session.succeedsUnless(AddressRequest.remove(address), NOT_THERE);
    }

    @Override
    public void close() {
        session.close();
    }
}
