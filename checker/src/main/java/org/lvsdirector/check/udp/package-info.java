/**
 * UDP_CHECK: a datagram that is answered, or at least not refused, means alive.
 */
@NullMarked
package org.lvsdirector.check.udp;

import org.jspecify.annotations.NullMarked;
