package org.lvsdirector.vrrp.bfd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.lvsdirector.vrrp.settings.BfdSettings;

/**
 * One session in asynchronous mode (RFC 5880, section 6.8) as a deterministic machine: it reads no clock and sends nothing. Times are
 * monotonic nanoseconds. Not safe for several threads.
 */
public final class BfdSession {
    /** Not a time: no deadline is set. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long MICRO_NANOS = 1_000;
    /** Section 6.8.7: each interval is shortened by 0 to 25 %, and at least by 10 % where one lost packet ends the session. */
    private static final double LEAST_JITTER = 0.75;

    private static final double MOST_JITTER = 1.0;
    private static final double MOST_JITTER_OF_ONE = 0.9;

    private final int discriminator;
    private final DoubleSupplier random;
    private BfdSettings settings;
    private Intervals intervals;
    private RemoteView remote = RemoteView.NOTHING;
    private SessionState state = SessionState.DOWN;
    private Diagnostic diagnostic = Diagnostic.NONE;
    private long lastSentNanos;
    private double jitter = MOST_JITTER;
    private long nextSendNanos = NEVER;
    private long detectionNanos = NEVER;

    /**
     * @param discriminator our number for the session, not 0 and no other session's
     * @param random numbers from 0 to 1
     */
    public BfdSession(BfdSettings settings, int discriminator, DoubleSupplier random) {
        this.settings = settings;
        this.discriminator = discriminator;
        this.random = random;
        this.intervals = Intervals.idle(settings);
    }

    public BfdSettings settings() {
        return settings;
    }

    public int discriminator() {
        return discriminator;
    }

    public SessionState state() {
        return state;
    }

    /** When to call {@link #deadlineReached} if nothing else happens. */
    public long nextDeadlineNanos() {
        return Math.min(nextSendNanos, detectionNanos);
    }

    /** Begins to send, unless it is to wait for the neighbour. */
    public List<BfdAction> start(long nowNanos) {
        List<BfdAction> out = new ArrayList<>();
        lastSentNanos = nowNanos;
        if (maySend()) {
            send(out, false, nowNanos);
        }
        return out;
    }

    /** Takes in a packet that was found to be this session's (section 6.8.6, from the selection of the session on). */
    public List<BfdAction> received(ControlPacket packet, long nowNanos) {
        List<BfdAction> out = new ArrayList<>(0);
        remote = RemoteView.of(packet);
        if (intervals.polling() && packet.fin()) {
            intervals = intervals.confirmed();
        }
        if (state == SessionState.ADMIN_DOWN) {
            return out;
        }
        detectionNanos = nowNanos + detectionTimeNanos();
        SessionState before = state;
        react(packet.state(), out);
        if (packet.poll()) {
            send(out, true, nowNanos); // section 6.5: without regard to the interval
        } else if (state != before) {
            send(out, false, nowNanos); // section 6.8.7: news need not wait
        }
        plan();
        return out;
    }

    private void react(SessionState theirs, List<BfdAction> out) {
        if (theirs == SessionState.ADMIN_DOWN) {
            if (state != SessionState.DOWN) {
                enter(SessionState.DOWN, Diagnostic.NEIGHBOR_SIGNALED_DOWN, out);
            }
            return;
        }
        switch (state) {
            case DOWN -> {
                if (theirs == SessionState.DOWN) {
                    enter(SessionState.INIT, diagnostic, out);
                } else if (theirs == SessionState.INIT) {
                    enter(SessionState.UP, Diagnostic.NONE, out);
                }
            }
            case INIT -> {
                if (theirs != SessionState.DOWN) {
                    enter(SessionState.UP, Diagnostic.NONE, out);
                }
            }
            case UP -> {
                if (theirs == SessionState.DOWN) {
                    enter(SessionState.DOWN, Diagnostic.NEIGHBOR_SIGNALED_DOWN, out);
                }
            }
            case ADMIN_DOWN -> {}
        }
    }

    private void enter(SessionState next, Diagnostic why, List<BfdAction> out) {
        out.add(new BfdAction.Changed(state, next, why));
        state = next;
        diagnostic = why;
        intervals = intervals.changed(settings, next);
    }

    /** Does what is due: declares the neighbour gone (section 6.8.4), sends the next packet. */
    public List<BfdAction> deadlineReached(long nowNanos) {
        List<BfdAction> out = new ArrayList<>(1);
        if (detectionNanos <= nowNanos) {
            detectionNanos = NEVER;
            remote = remote.forgotten();
            if (state == SessionState.INIT || state == SessionState.UP) {
                enter(SessionState.DOWN, Diagnostic.DETECTION_TIME_EXPIRED, out);
                if (maySend()) {
                    send(out, false, nowNanos);
                }
            }
            plan();
        }
        if (nextSendNanos <= nowNanos) {
            send(out, false, nowNanos);
        }
        return out;
    }

    /** The operator wants other intervals; the session goes on. Neighbour, source and ports must be the same. */
    public void reconfigure(BfdSettings next) {
        settings = next;
        intervals = intervals.changed(next, state);
        plan();
    }

    /** Ends the session and says so (section 6.8.16); nothing is due any more. */
    public List<BfdAction> stop(long nowNanos) {
        List<BfdAction> out = new ArrayList<>();
        if (state != SessionState.ADMIN_DOWN) {
            enter(SessionState.ADMIN_DOWN, Diagnostic.ADMINISTRATIVELY_DOWN, out);
            if (remote.discriminator() != 0) {
                send(out, false, nowNanos);
            }
        }
        nextSendNanos = NEVER;
        detectionNanos = NEVER;
        return out;
    }

    /** How long the neighbour may be silent (section 6.8.4). */
    private long detectionTimeNanos() {
        return remote.multiplier() * Math.max(intervals.rxInUseMicros(), remote.desiredMinTxMicros()) * MICRO_NANOS;
    }

    /** Section 6.8.7: who is passive waits to be spoken to, and a neighbour may ask for silence. */
    private boolean maySend() {
        boolean silenced = remote.demand()
                && state == SessionState.UP
                && remote.state() == SessionState.UP
                && !intervals.polling();
        boolean waits = settings.passive() && remote.discriminator() == 0;
        return !waits && !silenced && remote.requiredMinRxMicros() != 0;
    }

    private void send(List<BfdAction> out, boolean fin, long nowNanos) {
        out.add(new BfdAction.Send(new ControlPacket(
                diagnostic.code(),
                state,
                intervals.polling() && !fin, // section 6.5: never both
                fin,
                false,
                settings.multiplier(),
                discriminator,
                remote.discriminator(),
                intervals.desiredTxMicros(),
                intervals.requiredRxMicros(),
                0)));
        lastSentNanos = nowNanos;
        double most = settings.multiplier() == 1 ? MOST_JITTER_OF_ONE : MOST_JITTER;
        jitter = LEAST_JITTER + (most - LEAST_JITTER) * random.getAsDouble();
        plan();
    }

    /** The interval counts from the last packet, whatever changed since (section 6.8.3). */
    private void plan() {
        long interval = Math.max(intervals.txInUseMicros(), remote.requiredMinRxMicros()) * MICRO_NANOS;
        nextSendNanos = maySend() ? lastSentNanos + (long) (interval * jitter) : NEVER;
    }
}
