/**
 * Questions and answers in single datagrams: protocols that know no socket, and what drives them.
 */
@NullMarked
package org.lvsdirector.check.datagram;

import org.jspecify.annotations.NullMarked;
