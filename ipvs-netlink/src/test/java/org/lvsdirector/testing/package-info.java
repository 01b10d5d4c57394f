/**
 * Test support for all modules: simulated machines on simulated networks, their processes, and waiting with a deadline.
 *
 * <p>Needs root and util-linux, iproute2, tcpdump; tests that use it are tagged {@code netns} or {@code lab}.
 */
@NullMarked
package org.lvsdirector.testing;

import org.jspecify.annotations.NullMarked;
