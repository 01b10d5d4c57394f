/**
 * PING_CHECK: a host that answers an echo request means alive.
 */
@NullMarked
package org.lvsdirector.check.ping;

import org.jspecify.annotations.NullMarked;
