package org.lvsdirector.config.read;

import org.lvsdirector.config.NotifyScripts;

/** The {@code notify...} words that instances and sync groups share. */
final class NotifyReader {
    private final CommandReader commands;

    NotifyReader(CommandReader commands) {
        this.commands = commands;
    }

    NotifyScripts read(Block block) {
        return new NotifyScripts(
                commands.notification(block, "notify_master"),
                commands.notification(block, "notify_backup"),
                commands.notification(block, "notify_fault"),
                commands.notification(block, "notify_stop"),
                commands.notification(block, "notify"));
    }
}
