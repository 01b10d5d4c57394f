package org.lvsdirector.netlink.netfilter;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkRequest;

/**
 * The nf_tables tables of a network namespace (one of family {@code ip}, one of {@code ip6}) that drop what goes to and comes from a set of
 * this machine's addresses. {@code nft list ruleset} shows them; nobody else should change them.
 */
public final class DropTable implements AutoCloseable {
    private final NetlinkConnection connection;
    private final DropStyle style;

    /** @param connection to nfnetlink; closed with this */
    public DropTable(NetlinkConnection connection, DropStyle style) {
        this.connection = connection;
        this.style = style;
    }

    /** Tables of the usual style. */
    public DropTable(NetlinkConnection connection) {
        this(connection, DropStyle.USUAL);
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException {@code EPROTONOSUPPORT} if the kernel has no nfnetlink
     */
    public static DropTable open(DropStyle style) {
        return new DropTable(NetlinkConnection.open(SocketConstants.NETLINK_NETFILTER), style);
    }

    /**
     * Makes these the addresses whose traffic is dropped and these the interfaces that are kept quiet about their multicast groups, in one
     * transaction: no packet sees anything between before and after. A family's table without anything in it is removed.
     *
     * @throws org.lvsdirector.netlink.NetlinkException if the kernel refuses: {@code EOPNOTSUPP} or {@code EINVAL} if it has no nf_tables
     */
    public void replace(Collection<InetAddress> addresses, Collection<String> quietInterfaces) {
        List<NetlinkRequest> requests = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            TableProgram program = new TableProgram(family, style);
            program.deleteTable();
            if (!quietInterfaces.isEmpty() || addresses.stream().anyMatch(family::has)) {
                program.addTable();
                DropProgram.addTo(program, addresses);
                QuietProgram.addTo(program, quietInterfaces);
            }
            requests.addAll(program.requests());
        }
        connection.executeTogether(
                NftRequest.batch(NftConstants.NFNL_MSG_BATCH_BEGIN),
                requests,
                NftRequest.batch(NftConstants.NFNL_MSG_BATCH_END));
    }

    /** Makes these the addresses whose traffic is dropped, and keeps no interface quiet. */
    public void replace(Collection<InetAddress> addresses) {
        replace(addresses, List.of());
    }

    /** Closes the connection; the tables stay. */
    @Override
    public void close() {
        connection.close();
    }
}
