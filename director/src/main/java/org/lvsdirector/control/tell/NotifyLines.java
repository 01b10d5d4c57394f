package org.lvsdirector.control.tell;

import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.vrrp.machine.Conflict;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;

/** The lines of notify pipes, to the byte as keepalived writes them, and one kind of our own. */
public final class NotifyLines {
    private NotifyLines() {}

    /** Such as {@code INSTANCE "VI_1" MASTER 100}. */
    public static String of(SendNotification news) {
        return news.subject() + " \"" + news.name() + "\" " + news.state() + " " + news.priority() + "\n";
    }

    /**
     * Lines of our own: {@code CONFLICT "VI_1" BEGIN SECOND_MASTER 10.0.0.2} and {@code CONFLICT "VI_1" END ADDRESS 10.0.0.100
     * 52:54:00:12:34:56}.
     */
    public static String of(TellConflict news) {
        Conflict conflict = news.conflict();
        String hardware = conflict.hardware();
        return "CONFLICT \"" + news.name() + "\" " + (conflict.begins() ? "BEGIN " : "END ") + conflict.kind() + " "
                + conflict.address().getHostAddress() + (hardware == null ? "" : " " + hardware) + "\n";
    }

    /** Such as {@code VS [10.0.0.1]:tcp:80 UP} and {@code RS [10.0.0.11]:tcp:80 [10.0.0.1]:tcp:80 DOWN}. */
    public static String of(PoolEvent news) {
        if (news instanceof PoolEvent.ServerChanged server) {
            return "RS " + server.server() + " " + server.service() + word(server.up());
        }
        return "VS " + news.service() + word(((PoolEvent.QuorumChanged) news).up());
    }

    private static String word(boolean up) {
        return up ? " UP\n" : " DOWN\n";
    }
}
