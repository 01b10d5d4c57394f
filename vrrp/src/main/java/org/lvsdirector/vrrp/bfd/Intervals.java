package org.lvsdirector.vrrp.bfd;

import org.lvsdirector.vrrp.settings.BfdSettings;

/**
 * Our side's intervals: those that we announce, and those in use until the neighbour has confirmed them (RFC 5880, sections 6.5 and 6.8.3).
 *
 * @param desiredTxMicros announced as Desired Min TX Interval
 * @param requiredRxMicros announced as Required Min RX Interval
 * @param txInUseMicros what we send by
 * @param rxInUseMicros what we reckon the detection time by
 * @param polling whether a poll sequence is under way
 */
record Intervals(long desiredTxMicros, long requiredRxMicros, long txInUseMicros, long rxInUseMicros, boolean polling) {

    static Intervals idle(BfdSettings settings) {
        long tx = Math.max(settings.idleTxMicros(), settings.minTxMicros());
        return new Intervals(tx, settings.minRxMicros(), tx, settings.minRxMicros(), false);
    }

    /** Goes over to what the settings say for a state. While UP what would make us look dead waits for the neighbour's confirmation. */
    Intervals changed(BfdSettings settings, SessionState state) {
        boolean up = state == SessionState.UP;
        long tx = up ? settings.minTxMicros() : Math.max(settings.idleTxMicros(), settings.minTxMicros());
        long rx = settings.minRxMicros();
        if (tx == desiredTxMicros && rx == requiredRxMicros) {
            return this;
        }
        long txInUse = up && tx > desiredTxMicros ? txInUseMicros : tx;
        long rxInUse = up && rx < requiredRxMicros ? rxInUseMicros : rx;
        return new Intervals(tx, rx, txInUse, rxInUse, true);
    }

    /** The neighbour has answered the poll. */
    Intervals confirmed() {
        return new Intervals(desiredTxMicros, requiredRxMicros, desiredTxMicros, requiredRxMicros, false);
    }
}
