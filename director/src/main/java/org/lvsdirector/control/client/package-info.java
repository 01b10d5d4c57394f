/**
 * The client's end of the control socket, for the short-lived commands.
 */
@NullMarked
package org.lvsdirector.control.client;

import org.jspecify.annotations.NullMarked;
