/**
 * From the words of a command line to a {@link org.lvsdirector.ipvsctl.arguments.Request}: popt's rules of reading them, ipvsadm's
 * matrix of what goes with what, and its messages. Everything that is wrong with a command line ends here, as a
 * {@link org.lvsdirector.ipvsctl.arguments.UsageException}.
 */
@NullMarked
package org.lvsdirector.ipvsctl.arguments;

import org.jspecify.annotations.NullMarked;
