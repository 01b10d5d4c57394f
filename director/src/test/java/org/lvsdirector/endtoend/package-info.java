/**
 * The built distribution, run as operators run it, on simulated machines.
 */
@NullMarked
package org.lvsdirector.endtoend;

import org.jspecify.annotations.NullMarked;
