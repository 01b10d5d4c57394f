/**
 * Conversations inside TLS.
 */
@NullMarked
package org.lvsdirector.check.tls;

import org.jspecify.annotations.NullMarked;
