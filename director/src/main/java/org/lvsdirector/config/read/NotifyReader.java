package org.lvsdirector.config.read;

import org.lvsdirector.config.NotifyEvents;
import org.lvsdirector.config.NotifyScripts;

/** The {@code notify...} words that instances and sync groups share. */
final class NotifyReader {
    private static final String DELETED = "notify_deleted";
    private static final String LOWER_PRIORITY = "notify_master_rx_lower_pri";

    private final CommandReader commands;
    private final boolean priorities;
    private final boolean alerts;

    /**
     * @param priorities the global {@code vrrp_notify_priority_changes}
     * @param alerts the default of {@code smtp_alert}
     */
    NotifyReader(CommandReader commands, boolean priorities, boolean alerts) {
        this.commands = commands;
        this.priorities = priorities;
        this.alerts = alerts;
    }

    NotifyScripts read(Block block) {
        return new NotifyScripts(
                commands.notification(block, "notify_master"),
                commands.notification(block, "notify_backup"),
                commands.notification(block, "notify_fault"),
                commands.notification(block, "notify_stop"),
                commands.notification(block, "notify"),
                events(block));
    }

    /** {@code notify_deleted} may stand alone; groups do not have all of these words. */
    private NotifyEvents events(Block block) {
        Entry deleted = block.knows(DELETED) ? block.last(DELETED) : null;
        boolean script = deleted != null && deleted.argumentCount() > 0;
        return new NotifyEvents(
                deleted != null,
                script ? commands.notification(block, DELETED) : null,
                block.knows(LOWER_PRIORITY) ? commands.notification(block, LOWER_PRIORITY) : null,
                block.bool("notify_priority_changes", priorities),
                block.bool("smtp_alert", alerts));
    }
}
