package org.lvsdirector.vrrp.bfd;

/** What a {@link BfdSession} wants done. */
public sealed interface BfdAction {

    /** Send this packet now. */
    record Send(ControlPacket packet) implements BfdAction {}

    /** The session has another state. */
    record Changed(SessionState from, SessionState to, Diagnostic why) implements BfdAction {}
}
