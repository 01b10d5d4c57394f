package org.lvsdirector.netlink.netfilter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkRequest;

/** Tables of marks over nfnetlink, in the network namespace of the calling thread. They change so rarely that each change has its connection. */
public final class KernelMarkTables implements MarkTables {
    @Override
    public void replace(String table, int priority, Collection<PacketMark> marks) {
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_NETFILTER)) {
            replace(connection, table, priority, marks);
        } catch (LinuxException e) {
            throw new NetlinkException("open nfnetlink", e.errnoNumber(), null);
        }
    }

    static void replace(NetlinkConnection connection, String table, int priority, Collection<PacketMark> marks) {
        DropStyle style = new DropStyle(table, priority, true);
        List<NetlinkRequest> requests = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            TableProgram program = new TableProgram(family, style);
            program.deleteTable();
            if (marks.stream().anyMatch(mark -> family.has(mark.destination()))) {
                program.addTable();
                MarkProgram.addTo(program, marks);
            }
            requests.addAll(program.requests());
        }
        connection.executeTogether(
                NftRequest.batch(NftConstants.NFNL_MSG_BATCH_BEGIN),
                requests,
                NftRequest.batch(NftConstants.NFNL_MSG_BATCH_END));
    }
}
