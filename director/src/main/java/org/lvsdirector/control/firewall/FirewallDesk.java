package org.lvsdirector.control.firewall;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.files.JsonLedger;
import org.lvsdirector.netlink.netfilter.KernelIpSets;
import org.lvsdirector.vrrp.settings.IptablesSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the firewall brought to what is wanted last, by a thread that may wait for programs. What was wanted in between is left out. */
public final class FirewallDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirewallDesk.class);
    private static final long LAST_CHANGE_SECONDS = 60;

    private final IptablesFirewall firewall;
    private final ExecutorService thread;
    private @Nullable IptablesSettings settings;
    private DropWish wish = DropWish.NOTHING;
    private boolean begun;
    private boolean waiting;
    private volatile @Nullable String remark;

    FirewallDesk(IptablesFirewall firewall) {
        this.firewall = firewall;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, "firewall");
            worker.setDaemon(true);
            return worker;
        });
    }

    /**
     * Of this machine.
     *
     * @param pidFile makes our rules known from those of another director
     * @param ledger of what may be left
     */
    public static FirewallDesk of(Path pidFile, Path ledger) {
        return new FirewallDesk(new IptablesFirewall(
                new SystemPrograms(),
                KernelIpSets::open,
                "lvs-director:" + pidFile,
                new JsonLedger<>(ledger, Trace.class)));
    }

    /**
     * The chains of the configuration in force. Whether there are any is settled once, as it is for the vrrp process; the first call also
     * takes away what a former life has left.
     */
    public synchronized void use(@Nullable IptablesSettings configured) {
        if (!begun || (settings != null && configured != null && !configured.equals(settings))) {
            begun = true;
            settings = configured;
            schedule();
        }
    }

    /** What the vrrp process wants now. */
    public synchronized void want(DropWish now) {
        if (!now.equals(wish)) {
            wish = now;
            schedule();
        }
    }

    /** Why traffic is not dropped that should be, or null. */
    public @Nullable String remark() {
        return remark;
    }

    private void schedule() {
        if (!waiting && !thread.isShutdown()) {
            waiting = true;
            thread.execute(this::change);
        }
    }

    private void change() {
        IptablesSettings chains;
        DropWish wanted;
        synchronized (this) {
            waiting = false;
            chains = settings;
            wanted = wish;
        }
        try {
            firewall.apply(chains, wanted);
            remark = null;
        } catch (IOException failure) {
            complain(failure, wanted);
        } catch (RuntimeException bug) {
            LOG.error("Internal error in the firewall", bug);
        }
    }

    private void complain(IOException failure, DropWish wanted) {
        String addresses = wanted.addresses().stream()
                .map(address -> address.address().getHostAddress())
                .collect(Collectors.joining(", "));
        String text = failure.getMessage()
                + (addresses.isEmpty()
                        ? ". Rules of iptables may be left"
                        : ". Traffic to " + addresses + " is not dropped as vrrp_iptables wants it");
        if (!text.equals(remark)) {
            LOG.warn("{}", text);
        }
        remark = text;
    }

    /** Returns when all that was wanted is done, or has had its time. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_CHANGE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("The programs of iptables do not end; rules may be left");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
