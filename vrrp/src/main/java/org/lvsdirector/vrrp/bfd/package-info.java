/**
 * Bidirectional forwarding detection (RFC 5880), asynchronous mode: control packets and the session, as values and a pure machine.
 */
@NullMarked
package org.lvsdirector.vrrp.bfd;

import org.jspecify.annotations.NullMarked;
