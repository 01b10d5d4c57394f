/**
 * Saved tables as values: read from a file, compared with the kernel's, and told as changes. Nothing here changes the kernel.
 */
@NullMarked
package org.lvsdirector.ipvsctl.saved;

import org.jspecify.annotations.NullMarked;
