package org.lvsdirector.control.child.vrrp;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.lvsdirector.control.child.ParentLink;
import org.lvsdirector.control.firewall.DropWish;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;
import org.lvsdirector.vrrp.runtime.EventSink;
import org.lvsdirector.vrrp.settings.Unaccepted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the driver's news off its hands. The driver's thread only puts something into a queue; logging and JSON, which load classes and make
 * garbage, are another thread's work. The heartbeat alone goes out directly: it is made beforehand.
 */
final class News implements EventSink {
    private static final Logger LOG = LoggerFactory.getLogger("vrrp");

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ParentLink parent;
    private final Thread carrier = new Thread(this::carry, "news");
    private volatile boolean ended;

    News(ParentLink parent) {
        this.parent = parent;
        carrier.setDaemon(true);
        carrier.start();
    }

    @Override
    public void log(LogLevel level, String text) {
        queue.add(() -> write(level, text));
    }

    @Override
    public void notification(SendNotification notification) {
        queue.add(() -> parent.report(new Report.Notify(notification)));
    }

    @Override
    public void conflict(TellConflict conflict) {
        queue.add(() -> parent.report(new Report.Conflicted(conflict)));
    }

    @Override
    public void runScript(String script) {
        queue.add(() -> parent.report(new Report.RunScript(script)));
    }

    @Override
    public void sessionChanged(String session, boolean up) {
        queue.add(() -> parent.report(new Report.SessionChanged(session, up)));
    }

    @Override
    public void trafficToDrop(List<Unaccepted> addresses, List<String> quietInterfaces) {
        queue.add(() -> parent.report(new Report.Unaccepted(new DropWish(addresses, quietInterfaces))));
    }

    @Override
    public void beat(long nowNanos) {
        parent.beat();
    }

    /** Waits until all news are out, a second at most. */
    void finish() throws InterruptedException {
        queue.add(() -> ended = true);
        carrier.join(1000);
    }

    private void carry() {
        try {
            while (!ended) {
                queue.take().run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(LogLevel level, String text) {
        switch (level) {
            case ERROR -> LOG.error("{}", text);
            case WARNING -> LOG.warn("{}", text);
            case NOTICE, INFO -> LOG.info("{}", text);
            case DETAIL -> LOG.debug("{}", text);
        }
    }
}
