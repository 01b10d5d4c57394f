package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.netfilter.DropTable;
import org.lvsdirector.vrrp.runtime.Firewall;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** Drops traffic by nf_tables. A kernel without it is a failure only when there is something to drop. */
final class NftFirewall implements Firewall {
    private static final Set<Errno> NO_NF_TABLES =
            Set.of(Errno.EPROTONOSUPPORT, Errno.EOPNOTSUPP, Errno.EINVAL, Errno.ENOENT);

    private final Supplier<DropTable> opener;
    private @Nullable DropTable table;
    private List<InetAddress> dropped = List.of();
    private List<String> silent = List.of();

    /** @param opener called when the table is first needed */
    NftFirewall(Supplier<DropTable> opener) {
        this.opener = opener;
    }

    @Override
    public void dropOnly(Collection<Unaccepted> addresses) {
        dropped = addresses.stream().map(Unaccepted::address).distinct().toList();
        program();
    }

    @Override
    public void silenceOnly(Collection<String> interfaces) {
        List<String> before = silent;
        silent = List.copyOf(interfaces);
        if (!silent.equals(before)) {
            program();
        }
    }

    private void program() {
        try {
            DropTable present = table;
            if (present == null) {
                present = opener.get();
                table = present;
            }
            present.replace(dropped, silent);
        } catch (NetlinkException e) {
            failed(e.errno(), e);
        } catch (LinuxException e) {
            failed(e.errno(), e);
        }
    }

    private void failed(Errno errno, RuntimeException cause) {
        if (!NO_NF_TABLES.contains(errno)) {
            throw new PortException("cannot change the firewall: " + cause.getMessage(), cause);
        }
        if (!dropped.isEmpty() || !silent.isEmpty()) {
            throw new PortException("this kernel has no nf_tables (" + cause.getMessage() + ")", cause);
        }
    }

    @Override
    public void close() {
        DropTable present = table;
        if (present != null) {
            present.close();
        }
    }
}
