package org.lvsdirector.vrrp.testing;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.vrrp.machine.Conflict;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;
import org.lvsdirector.vrrp.runtime.EventSink;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** Keeps what a driver says, for any thread to read. */
public final class RecordingSink implements EventSink {
    private final List<String> lines = new ArrayList<>();
    private final List<SendNotification> notifications = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<String> sessions = new ArrayList<>();
    private final List<String> walls = new ArrayList<>();
    private final List<Long> beats = new ArrayList<>();

    @Override
    public synchronized void log(LogLevel level, String text) {
        lines.add(text);
    }

    @Override
    public synchronized void notification(SendNotification notification) {
        notifications.add(notification);
    }

    @Override
    public synchronized void conflict(TellConflict conflict) {
        conflicts.add(conflict.conflict());
    }

    @Override
    public synchronized void runScript(String script) {
        scripts.add(script);
    }

    @Override
    public synchronized void sessionChanged(String session, boolean up) {
        sessions.add(session + (up ? " up" : " down"));
    }

    @Override
    public synchronized void trafficToDrop(List<Unaccepted> addresses, List<String> quietInterfaces) {
        walls.add(addresses.stream()
                        .map(dropped -> dropped.address().getHostAddress() + " on " + dropped.interfaceName())
                        .toList()
                + " " + quietInterfaces);
    }

    @Override
    public synchronized void beat(long nowNanos) {
        beats.add(nowNanos);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many lines contain a text. */
    public synchronized long count(String fragment) {
        return lines.stream().filter(line -> line.contains(fragment)).count();
    }

    /** The states of instances and groups that were told, oldest first. */
    public synchronized List<NotifyState> states() {
        return notifications.stream().map(SendNotification::state).toList();
    }

    /** What was there twice, and is not any more, oldest first. */
    public synchronized List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** The scripts that were asked for. */
    public synchronized List<String> scripts() {
        return List.copyOf(scripts);
    }

    /** What became of BFD sessions, oldest first. */
    public synchronized List<String> sessions() {
        return List.copyOf(sessions);
    }

    /** What others were to drop, oldest first: addresses, then quiet interfaces. */
    public synchronized List<String> walls() {
        return List.copyOf(walls);
    }

    /** When it was heard that the driver lives. */
    public synchronized List<Long> beats() {
        return List.copyOf(beats);
    }
}
