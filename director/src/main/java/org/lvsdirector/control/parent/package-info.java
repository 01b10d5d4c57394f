/**
 * The parent process: reads the configuration, starts and watches the children, runs scripts, answers clients.
 */
@NullMarked
package org.lvsdirector.control.parent;

import org.jspecify.annotations.NullMarked;
