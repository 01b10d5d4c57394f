package org.lvsdirector.vrrp.interop;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.runtime.EventSink;

/** Keeps what a driver says, for any thread to read. */
final class RecordingSink implements EventSink {
    private final List<String> lines = new ArrayList<>();
    private final List<SendNotification> notifications = new ArrayList<>();

    @Override
    public synchronized void log(LogLevel level, String text) {
        lines.add(text);
    }

    @Override
    public synchronized void notification(SendNotification notification) {
        notifications.add(notification);
    }

    @Override
    public void runScript(String script) {
        throw new AssertionError("no test of this room has scripts, but " + script + " was asked for");
    }

    @Override
    public void beat(long nowNanos) {}

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The states of instances and groups that were told, oldest first. */
    synchronized List<NotifyState> states() {
        return notifications.stream().map(SendNotification::state).toList();
    }
}
