package org.lvsdirector.control.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.FifoConfig;
import org.lvsdirector.config.NotifyEvents;
import org.lvsdirector.config.NotifyScripts;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.config.ParentConfig.LifeScript;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.TellingConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.control.mapping.ScriptBook.Listener;
import org.lvsdirector.control.mapping.ScriptBook.Notify;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.control.script.ScriptRun;
import org.lvsdirector.control.tell.PipeSettings;
import org.lvsdirector.control.tell.PipeSettings.Content;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;

/** Decides who runs each script of a configuration, and which must not run at all. */
final class ScriptMapping {
    private final Configuration configuration;
    private final ScriptHost host;
    private final List<String> remarks = new ArrayList<>();

    ScriptMapping(Configuration configuration, ScriptHost host) {
        this.configuration = configuration;
        this.host = host;
    }

    /** What was found wrong; scripts named there do not run. */
    List<String> remarks() {
        return remarks;
    }

    ScriptBook book() {
        Map<String, ScriptRun> tracked = new HashMap<>();
        for (VrrpScriptConfig script : configuration.scripts()) {
            ScriptRun run = run(script.command(), script.timeout().toNanos());
            if (run != null) {
                tracked.put(script.name(), run);
            }
        }
        Map<Listener, Notify> notify = new HashMap<>();
        configuration
                .instances()
                .forEach(instance -> put(notify, Subject.INSTANCE, instance.name(), instance.notifications()));
        configuration.syncGroups().forEach(group -> put(notify, Subject.GROUP, group.name(), group.notifications()));
        TellingConfig telling = configuration.globals().telling();
        ParentConfig parent = configuration.globals().parent();
        return new ScriptBook(
                tracked,
                checks(),
                notify,
                pools(),
                pipes(telling),
                run(parent.startup()),
                run(parent.shutdown()),
                telling.statesOnReload(),
                telling.conflicts());
    }

    private @Nullable ScriptRun run(@Nullable LifeScript script) {
        return script == null ? null : run(script.command(), script.timeout().toNanos());
    }

    private Map<CheckId, ScriptRun> checks() {
        Map<CheckId, ScriptRun> checks = new HashMap<>();
        for (VirtualServerConfig server : configuration.virtualServers()) {
            CheckersMapping.checkers(server).forEach((id, checker) -> {
                ScriptRun run = checker instanceof CheckerConfig.Misc misc
                        ? run(misc.command(), misc.timeout().toNanos())
                        : null;
                if (run != null) {
                    checks.put(id, run);
                }
            });
        }
        return checks;
    }

    private Map<PoolEvent, ScriptRun> pools() {
        Map<PoolEvent, ScriptRun> pools = new HashMap<>();
        for (VirtualServerConfig server : configuration.virtualServers()) {
            String service = CheckersMapping.nameOf(server);
            put(
                    pools,
                    new PoolEvent.QuorumChanged(service, true),
                    server.quorum().up());
            put(
                    pools,
                    new PoolEvent.QuorumChanged(service, false),
                    server.quorum().down());
            for (RealServerConfig real : server.realServers()) {
                if (real.notifyUp() != null || real.notifyDown() != null) {
                    String name = CheckersMapping.nameOf(server, real);
                    put(pools, new PoolEvent.ServerChanged(service, name, true), real.notifyUp());
                    put(pools, new PoolEvent.ServerChanged(service, name, false), real.notifyDown());
                }
            }
        }
        return pools;
    }

    private void put(Map<Listener, Notify> notify, Subject subject, String name, NotifyScripts scripts) {
        Map<NotifyState, ScriptRun> byState = new EnumMap<>(NotifyState.class);
        put(byState, NotifyState.MASTER, scripts.master());
        put(byState, NotifyState.BACKUP, scripts.backup());
        put(byState, NotifyState.FAULT, scripts.fault());
        put(byState, NotifyState.STOP, scripts.stop());
        put(byState, NotifyState.DELETED, scripts.events().deleted());
        put(byState, NotifyState.MASTER_RX_LOWER_PRI, scripts.events().lowerPriority());
        ScriptCommand any = scripts.any();
        ScriptRun anyRun = any == null ? null : run(any, 0);
        NotifyEvents events = scripts.events();
        notify.put(
                new Listener(subject, name), new Notify(byState, anyRun, events.tellsDeletion(), events.priorities()));
    }

    private List<PipeSettings> pipes(TellingConfig telling) {
        List<PipeSettings> pipes = new ArrayList<>();
        addPipe(pipes, Content.ALL, telling.all());
        addPipe(pipes, Content.VRRP, telling.vrrp());
        addPipe(pipes, Content.LVS, telling.lvs());
        return pipes;
    }

    private void addPipe(List<PipeSettings> pipes, Content content, @Nullable FifoConfig pipe) {
        if (pipe == null) {
            return;
        }
        Optional<ScriptAccount> owner = account(pipe.owner());
        if (owner.isEmpty()) {
            remarks.add(pipe.place() + ": the notify pipe " + pipe.path() + " is not used: there is no such user");
            return;
        }
        ScriptCommand reader = pipe.reader();
        pipes.add(new PipeSettings(Path.of(pipe.path()), content, owner.get(), reader == null ? null : run(reader, 0)));
    }

    private Optional<ScriptAccount> account(@Nullable ScriptUser wanted) {
        ScriptUser user = wanted != null ? wanted : configuration.globals().scriptUser();
        return host.account(user == null ? null : user.user(), user == null ? null : user.group());
    }

    private <K> void put(Map<K, ScriptRun> runs, K occasion, @Nullable ScriptCommand command) {
        ScriptRun run = command == null ? null : run(command, 0);
        if (run != null) {
            runs.put(occasion, run);
        }
    }

    /** A run of a command; null, with a remark, if it must not run. */
    private @Nullable ScriptRun run(ScriptCommand command, long timeoutNanos) {
        ScriptUser user = command.user() != null
                ? command.user()
                : configuration.globals().scriptUser();
        Optional<ScriptAccount> account = account(command.user());
        if (account.isEmpty()) {
            remark(command, "there is no user " + (user == null ? "" : user.user()));
            return null;
        }
        boolean asRoot = account.get().equals(ScriptAccount.ROOT);
        if (configuration.globals().scriptSecurity()
                && asRoot
                && command.program().startsWith("/")) {
            Optional<String> weakness = host.weakness(Path.of(command.program()));
            if (weakness.isPresent()) {
                remark(command, weakness.get() + ", and enable_script_security is set");
                return null;
            }
        }
        return new ScriptRun(command.arguments(), account.get(), timeoutNanos);
    }

    private void remark(ScriptCommand command, String reason) {
        remarks.add(command.place() + ": script '" + command.program() + "' does not run: " + reason);
    }
}
