/**
 * Checks that take the way of clients' packets, beside the one straight to the real server.
 */
@NullMarked
package org.lvsdirector.check.path;

import org.jspecify.annotations.NullMarked;
