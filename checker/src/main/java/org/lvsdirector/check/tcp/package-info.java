/**
 * TCP_CHECK: a connect that is accepted means alive.
 */
@NullMarked
package org.lvsdirector.check.tcp;

import org.jspecify.annotations.NullMarked;
