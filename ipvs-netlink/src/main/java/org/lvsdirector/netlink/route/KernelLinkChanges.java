package org.lvsdirector.netlink.route;

import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkRequest;

/** Changes links by rtnetlink. */
public final class KernelLinkChanges implements LinkChanges {
    private final NetlinkConnection connection;

    /** @param connection to rtnetlink; closed with this */
    public KernelLinkChanges(NetlinkConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static KernelLinkChanges open() {
        return new KernelLinkChanges(NetlinkConnection.open(SocketConstants.NETLINK_ROUTE));
    }

    @Override
    public void add(NewLink link) {
        execute(LinkRequest.add(link));
    }

    @Override
    public boolean remove(int index) {
        try {
            execute(LinkRequest.remove(index));
            return true;
        } catch (InterfaceException e) {
            if (e.errno() == Errno.ENODEV) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void raise(int index) {
        execute(LinkRequest.raise(index));
    }

    @Override
    public void rename(int index, String name) {
        execute(LinkRequest.lower(index));
        execute(LinkRequest.rename(index, name));
        execute(LinkRequest.raise(index));
    }

    private void execute(NetlinkRequest request) {
        try {
            connection.execute(request);
        } catch (NetlinkException e) {
            throw new InterfaceException(String.valueOf(e.getMessage()), e.errno(), e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
