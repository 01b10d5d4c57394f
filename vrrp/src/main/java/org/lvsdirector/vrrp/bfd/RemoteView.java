package org.lvsdirector.vrrp.bfd;

/**
 * What the neighbour's last packet said (the {@code bfd.Remote...} variables of RFC 5880, section 6.8.1).
 *
 * @param discriminator 0 while nothing is known of it
 */
record RemoteView(
        int discriminator,
        SessionState state,
        boolean demand,
        int multiplier,
        long desiredMinTxMicros,
        long requiredMinRxMicros) {
    /** Before the first packet (section 6.8.1: bfd.RemoteMinRxInterval is 1). */
    static final RemoteView NOTHING = new RemoteView(0, SessionState.DOWN, false, 0, 0, 1);

    static RemoteView of(ControlPacket packet) {
        return new RemoteView(
                packet.myDiscriminator(),
                packet.state(),
                packet.demand(),
                packet.multiplier(),
                packet.desiredMinTxMicros(),
                packet.requiredMinRxMicros());
    }

    /** Nothing was heard for the detection time. */
    RemoteView forgotten() {
        return new RemoteView(0, state, demand, multiplier, desiredMinTxMicros, requiredMinRxMicros);
    }
}
