/**
 * Operators' scripts: whom they run as, when they are ended, in which order. The parent process alone starts them.
 */
@NullMarked
package org.lvsdirector.control.script;

import org.jspecify.annotations.NullMarked;
