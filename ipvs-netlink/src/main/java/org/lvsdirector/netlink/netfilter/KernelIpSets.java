package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.SetConstants.*;

import java.net.InetAddress;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;

/** Sets over nfnetlink. Nothing here is exclusive: what is there counts as made, and what is not as taken out. */
public final class KernelIpSets implements IpSets {
    private static final String ADDRESSES = "hash:ip";
    private static final String ADDRESSES_OF_INTERFACES = "hash:net,iface";

    private final NetlinkConnection connection;

    /** @param connection to nfnetlink; closed with this */
    public KernelIpSets(NetlinkConnection connection) {
        this.connection = connection;
    }

    /** Opens a connection in the network namespace of the calling thread. */
    public static KernelIpSets open() {
        return new KernelIpSets(NetlinkConnection.open(SocketConstants.NETLINK_NETFILTER));
    }

    @Override
    public void fill(AddressSet set) {
        send(IPSET_CMD_CREATE, set.ipv6(), "make the set", set.name(), out -> {
            out.string(IPSET_ATTR_TYPENAME, set.perInterface() ? ADDRESSES_OF_INTERFACES : ADDRESSES)
                    .u8(IPSET_ATTR_REVISION, 0)
                    .u8(IPSET_ATTR_FAMILY, family(set.ipv6()).nfproto());
            out.endNested(out.beginNested(IPSET_ATTR_DATA));
        });
        set.members().forEach(member -> change(IPSET_CMD_ADD, "add to the set", set, member));
    }

    @Override
    public void takeOut(AddressSet set, Collection<AddressSet.Member> members) {
        members.forEach(member -> change(IPSET_CMD_DEL, "take out of the set", set, member));
    }

    private void change(int command, String what, AddressSet set, AddressSet.Member member) {
        send(command, set.ipv6(), what, set.name(), out -> {
            int data = out.beginNested(IPSET_ATTR_DATA);
            writeAddress(out, set.ipv6(), member.address());
            if (member.address() == null) {
                out.u8(IPSET_ATTR_CIDR, 0);
            }
            if (member.interfaceName() != null) {
                out.string(IPSET_ATTR_IFACE, member.interfaceName());
            }
            out.u32be(IPSET_ATTR_LINENO | NLA_F_NET_BYTEORDER, 0);
            out.endNested(data);
        });
    }

    private static void writeAddress(AttributeWriter out, boolean ipv6, @Nullable InetAddress address) {
        int nest = out.beginNested(IPSET_ATTR_IP);
        byte[] bytes = address == null ? new byte[family(ipv6).addressLength()] : address.getAddress();
        out.bytes((ipv6 ? IPSET_ATTR_IPADDR_IPV6 : IPSET_ATTR_IPADDR_IPV4) | NLA_F_NET_BYTEORDER, bytes);
        out.endNested(nest);
    }

    @Override
    public void empty(String name) {
        send(IPSET_CMD_FLUSH, false, "empty the set", name, out -> {});
    }

    @Override
    public boolean remove(String name) {
        try {
            send(IPSET_CMD_DESTROY, false, "remove the set", name, out -> {});
            return true;
        } catch (NetlinkException failure) {
            if (failure.errno() == Errno.ENOENT) {
                return false;
            }
            throw failure;
        }
    }

    private void send(int command, boolean ipv6, String what, String name, Consumer<AttributeWriter> rest) {
        connection.execute(NftRequest.ofSets(command, family(ipv6).nfproto(), what + " " + name, out -> {
            out.u8(IPSET_ATTR_PROTOCOL, IPSET_PROTOCOL).string(IPSET_ATTR_SETNAME, name);
            rest.accept(out);
        }));
    }

    private static IpFamily family(boolean ipv6) {
        return ipv6 ? IpFamily.IPV6 : IpFamily.IPV4;
    }

    @Override
    public void close() {
        connection.close();
    }
}
