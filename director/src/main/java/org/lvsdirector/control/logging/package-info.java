/**
 * Where log lines go: the terminal in keepalived's form, or syslog under keepalived's idents. No thread that logs waits for either.
 */
@NullMarked
package org.lvsdirector.control.logging;

import org.jspecify.annotations.NullMarked;
