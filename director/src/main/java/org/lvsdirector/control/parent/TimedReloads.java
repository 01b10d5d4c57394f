package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.lvsdirector.config.ParentConfig.ReloadConfig;

/** Reloads at the times that a file names, which is looked at every second while the configuration has one. Used by the control thread alone. */
final class TimedReloads {
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final ControlLoop loop;
    private final Runnable reload;
    private final ReloadClock clock = new ReloadClock(Clock.system(ZoneId.systemDefault()));
    private boolean looking;

    TimedReloads(ControlLoop loop, Runnable reload) {
        this.loop = loop;
        this.reload = reload;
    }

    void use(ReloadConfig config) {
        clock.use(config.timeFile() == null ? null : Path.of(config.timeFile()), config.repeated());
        if (!looking && clock.isSet()) {
            look();
        }
    }

    private void look() {
        looking = clock.isSet();
        if (clock.strikes()) {
            reload.run();
        }
        if (looking) {
            loop.later(LOOK_NANOS, this::look);
        }
    }
}
