package org.lvsdirector.control.tell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.script.ScriptRun;
import org.lvsdirector.control.tell.PipeSettings.Content;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;

/** The notify pipes and their readers. A pipe that both the old and the new configuration have stays; readers are started anew. */
public final class NotifyPipes implements AutoCloseable {
    private final ScriptLauncher launcher;
    private final Map<PipeSettings, NotifyPipe> pipes = new HashMap<>();
    private final List<Runnable> readers = new ArrayList<>();

    public NotifyPipes(ScriptLauncher launcher) {
        this.launcher = launcher;
    }

    /** Goes over to these pipes. */
    public void use(List<PipeSettings> wanted) {
        readers.forEach(Runnable::run);
        readers.clear();
        for (PipeSettings known : List.copyOf(pipes.keySet())) {
            if (!wanted.contains(known)) {
                closeIfOpen(pipes.remove(known));
            }
        }
        for (PipeSettings settings : wanted) {
            pipes.computeIfAbsent(settings, NotifyPipe::open);
            ScriptRun reader = settings.reader();
            if (reader != null) {
                readers.add(launcher.startReader(reader.with(settings.path().toString())));
            }
        }
    }

    /** Writes what has become of an instance or group. */
    public void tell(SendNotification news) {
        write(Content.VRRP, NotifyLines.of(news));
    }

    /** Writes what is there twice. */
    public void tell(TellConflict news) {
        write(Content.VRRP, NotifyLines.of(news));
    }

    /** Writes what has become of a real server or quorum. */
    public void tell(PoolEvent news) {
        write(Content.LVS, NotifyLines.of(news));
    }

    private void write(Content kind, String line) {
        pipes.forEach((settings, pipe) -> {
            if (settings.content().has(kind)) {
                pipe.write(line);
            }
        });
    }

    private static void closeIfOpen(@Nullable NotifyPipe pipe) {
        if (pipe != null) {
            pipe.close();
        }
    }

    @Override
    public void close() {
        readers.forEach(Runnable::run);
        readers.clear();
        pipes.values().forEach(NotifyPipe::close);
        pipes.clear();
    }
}
