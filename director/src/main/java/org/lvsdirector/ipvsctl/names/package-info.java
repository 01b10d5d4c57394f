/**
 * Names of hosts and services: what {@code ipvsctl} prints without {@code -n}, and what may stand for numbers on its command line.
 */
@NullMarked
package org.lvsdirector.ipvsctl.names;

import org.jspecify.annotations.NullMarked;
