/**
 * Conversations over a TCP connection: protocols that know no socket, and what drives them.
 */
@NullMarked
package org.lvsdirector.check.stream;

import org.jspecify.annotations.NullMarked;
