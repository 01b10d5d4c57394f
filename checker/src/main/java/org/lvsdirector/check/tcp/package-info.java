/**
 * TCP_CHECK: a connection that is accepted means alive; and the sockets that the JDK offers.
 */
@NullMarked
package org.lvsdirector.check.tcp;

import org.jspecify.annotations.NullMarked;
