package org.lvsdirector.check.smtp;

import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.stream.Streams;

/** Does the tries of {@code SMTP_CHECK}. */
public final class SmtpProber implements Prober {
    private final Streams streams;

    public SmtpProber(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        if (!(spec.probe() instanceof SmtpProbe probe)) {
            throw new IllegalArgumentException("not a SMTP_CHECK: " + spec);
        }
        return streams.start(probe.connect(), new SmtpConversation(probe.helloName()), outcome);
    }
}
