package org.lvsdirector.netlink.route;

import java.util.List;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkRequest;

/** Links and addresses of a network namespace, by rtnetlink. */
public final class KernelInterfaces implements Interfaces {
    private final NetlinkConnection connection;

    /** @param connection to rtnetlink; closed with this */
    public KernelInterfaces(NetlinkConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static KernelInterfaces open() {
        return new KernelInterfaces(NetlinkConnection.open(SocketConstants.NETLINK_ROUTE));
    }

    @Override
    public List<Link> links() {
        try {
            return List.copyOf(connection.dump(DumpRequest.LINKS, LinkDecoder::decode));
        } catch (NetlinkException e) {
            throw failure(e);
        }
    }

    @Override
    public List<InterfaceAddress> addresses() {
        try {
            return List.copyOf(connection.dump(DumpRequest.ADDRESSES, AddressDecoder::decode));
        } catch (NetlinkException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean add(InterfaceAddress address) {
        return succeedsUnless(AddressRequest.add(address), Errno.EEXIST, Errno.EEXIST);
    }

    @Override
    public boolean remove(InterfaceAddress address) {
        return succeedsUnless(AddressRequest.remove(address), Errno.EADDRNOTAVAIL, Errno.ENODEV);
    }

    /** Returns false if the kernel's answer is one of the two that mean "it is so already". */
    private boolean succeedsUnless(NetlinkRequest request, Errno alreadySo, Errno alsoAlreadySo) {
        try {
            connection.execute(request);
            return true;
        } catch (NetlinkException e) {
            if (e.errno() == alreadySo || e.errno() == alsoAlreadySo) {
                return false;
            }
            throw failure(e);
        }
    }

    private static InterfaceException failure(NetlinkException e) {
        return new InterfaceException(String.valueOf(e.getMessage()), e.errno(), e);
    }

    @Override
    public void close() {
        connection.close();
    }
}
