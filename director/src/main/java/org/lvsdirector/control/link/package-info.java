/**
 * How the three processes and the client commands talk: JSON lines over unix sockets, peers known by their credentials.
 */
@NullMarked
package org.lvsdirector.control.link;

import org.jspecify.annotations.NullMarked;
