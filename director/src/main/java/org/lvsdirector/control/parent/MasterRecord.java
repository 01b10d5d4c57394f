package org.lvsdirector.control.parent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.Resumption;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * Which instances were MASTER, and until when this is proven, so that a vrrp process that is back after a crash may go on. A beat proves that
 * the driver lived; its last advert then left at most one interval before.
 */
final class MasterRecord {
    private final Set<String> masters = new HashSet<>();
    private long lastBeatNanos;

    void heard(SendNotification news, long nowNanos) {
        if (news.subject() != Subject.INSTANCE || !news.state().isState()) {
            return;
        }
        if (news.state() == NotifyState.MASTER) {
            masters.add(news.name());
            lastBeatNanos = nowNanos;
        } else {
            masters.remove(news.name());
        }
    }

    boolean isMaster(String instance) {
        return masters.contains(instance);
    }

    void beat(long nowNanos) {
        lastBeatNanos = nowNanos;
    }

    /** Nobody is MASTER: the process was stopped in good order. */
    void clear() {
        masters.clear();
    }

    /** What a new process may resume; it judges itself whether it comes too late. */
    List<Resumption> resumptions(RouterSettings settings) {
        return settings.instances().stream()
                .filter(instance -> masters.contains(instance.name()))
                .map(instance -> new Resumption(
                        instance.key(), lastBeatNanos - instance.advertisement().intervalNanos()))
                .toList();
    }
}
