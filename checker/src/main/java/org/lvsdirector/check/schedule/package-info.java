/**
 * When to probe: delay_loop, retry, warmup; runs on virtual time in tests.
 */
@NullMarked
package org.lvsdirector.check.schedule;

import org.jspecify.annotations.NullMarked;
