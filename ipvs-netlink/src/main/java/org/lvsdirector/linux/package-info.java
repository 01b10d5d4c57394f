/**
 * The only user of jnr-ffi: sockets, readiness, credentials; an errno becomes a {@code LinuxException}.
 */
@NullMarked
package org.lvsdirector.linux;

import org.jspecify.annotations.NullMarked;
