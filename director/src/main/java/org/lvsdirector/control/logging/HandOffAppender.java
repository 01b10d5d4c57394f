package org.lvsdirector.control.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands log events to a thread that writes them. The one who logs never waits: when the queue is full (a terminal that is stopped, a syslog
 * daemon that hangs) the event is dropped and counted, and the count is logged once there is room.
 */
final class HandOffAppender extends AppenderBase<ILoggingEvent> {
    private static final int CAPACITY = 4096;
    private static final long FLUSH_PATIENCE_MILLIS = 1000;
    private static final long FLUSH_POLL_NANOS = 200_000;

    private final BlockingQueue<ILoggingEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong handedOver = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final LogSink sink;
    private final Thread writer = new Thread(this::writeForever, "log");

    HandOffAppender(LogSink sink) {
        this.sink = sink;
        writer.setDaemon(true);
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    /** Waits, for a second at most, until all that was logged so far is written. */
    void flush() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_PATIENCE_MILLIS);
        while (written.get() < handedOver.get() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(FLUSH_POLL_NANOS);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (queue.offer(event)) {
            handedOver.incrementAndGet();
        } else {
            dropped.incrementAndGet();
        }
    }

    private void writeForever() {
        try {
            while (true) {
                ILoggingEvent event = queue.take();
                write(event);
                written.incrementAndGet();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(ILoggingEvent event) {
        long lost = dropped.getAndSet(0);
        try {
            if (lost > 0) {
                sink.write(Level.WARN, event.getTimeStamp(), lost + " log messages were lost: the log is too slow");
            }
            sink.write(event.getLevel(), event.getTimeStamp(), text(event));
        } catch (IOException unwritable) {
            // Nowhere to say it but in the next message that gets through.
            dropped.incrementAndGet();
        }
    }

    private static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String message = event.getFormattedMessage();
        return thrown == null ? message : message + "\n" + ThrowableProxyUtil.asString(thrown);
    }
}
