package org.lvsdirector.control.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Sets the log up, in code: reading a configuration file would cost more than the rest of a process's start. */
public final class Logging {
    private Logging() {}

    /**
     * Sends the log of this process where the options say. To be called once, before anything is logged.
     *
     * @param ident syslog ident of this process, such as {@code Keepalived_vrrp}
     */
    public static void start(LogOptions options, String ident) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogSink sink =
                options.console() ? new ConsoleSink() : new SyslogSink(SyslogSink.SOCKET, options.facility(), ident);
        HandOffAppender appender = new HandOffAppender(sink);
        appender.setContext(context);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        root.setLevel(options.detail() ? Level.DEBUG : Level.INFO);
        flusher = appender::flush;
    }

    /** Waits, for a second at most, until all that was logged is written; before the process leaves. */
    public static void flush() {
        flusher.run();
    }

    private static volatile Runnable flusher = () -> {};
}
