package org.lvsdirector.check.told;

import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.FileProbe;
import org.lvsdirector.check.schedule.KindOfProber;

/** Does the tries of {@code FILE_CHECK}. */
public final class FileProber extends KindOfProber<FileProbe> {
    private final Tidings tidings;

    public FileProber(Tidings tidings) {
        super(FileProbe.class);
        this.tidings = tidings;
    }

    @Override
    protected Try start(CheckSpec spec, FileProbe probe, int stage, Outcome outcome) {
        return tidings.file(probe.file(), number -> {
            Integer change = probe.judge(number);
            if (change == null) {
                outcome.ended(Cause.WRONG_ANSWER, "the number is " + number);
            } else {
                outcome.ended(Cause.ANSWERED, "the number is " + number, change);
            }
        });
    }
}
