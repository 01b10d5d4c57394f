package org.lvsdirector.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every command that a configuration may run. */
public final class Scripts {
    private Scripts() {}

    /** All commands: those of start and stop, tracking scripts, then those of instances, sync groups, virtual servers and real servers with their checks. */
    public static List<ScriptCommand> of(Configuration configuration) {
        List<ScriptCommand> commands = new ArrayList<>();
        add(commands, configuration.globals().parent().startup());
        add(commands, configuration.globals().parent().shutdown());
        configuration.scripts().forEach(script -> commands.add(script.command()));
        configuration.instances().forEach(instance -> notifications(commands, instance.notifications()));
        configuration.syncGroups().forEach(group -> notifications(commands, group.notifications()));
        for (VirtualServerConfig server : configuration.virtualServers()) {
            add(commands, server.quorum().up());
            add(commands, server.quorum().down());
            for (RealServerConfig member : server.realServers()) {
                add(commands, member.notifyUp());
                add(commands, member.notifyDown());
                member.checkers().forEach(checker -> add(commands, commandOf(checker)));
            }
        }
        return commands;
    }

    private static @Nullable ScriptCommand commandOf(CheckerConfig checker) {
        return checker instanceof CheckerConfig.Misc misc ? misc.command() : null;
    }

    private static void notifications(List<ScriptCommand> commands, NotifyScripts scripts) {
        add(commands, scripts.master());
        add(commands, scripts.backup());
        add(commands, scripts.fault());
        add(commands, scripts.stop());
        add(commands, scripts.any());
    }

    private static void add(List<ScriptCommand> commands, ParentConfig.@Nullable LifeScript script) {
        if (script != null) {
            commands.add(script.command());
        }
    }

    private static void add(List<ScriptCommand> commands, @Nullable ScriptCommand command) {
        if (command != null) {
            commands.add(command);
        }
    }
}
