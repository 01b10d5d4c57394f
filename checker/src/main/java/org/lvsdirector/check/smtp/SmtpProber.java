package org.lvsdirector.check.smtp;

import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.schedule.KindOfProber;
import org.lvsdirector.check.stream.Streams;

/** Does the tries of {@code SMTP_CHECK}. */
public final class SmtpProber extends KindOfProber<SmtpProbe> {
    private final Streams streams;

    public SmtpProber(Streams streams) {
        super(SmtpProbe.class);
        this.streams = streams;
    }

    @Override
    protected Try start(CheckSpec spec, SmtpProbe probe, int stage, Outcome outcome) {
        return streams.start(probe.connect(), new SmtpConversation(probe.helloName()), outcome);
    }
}
