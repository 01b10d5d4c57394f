/** Support for tests of more than one room of this module. */
@NullMarked
package org.lvsdirector.vrrp.testing;

import org.jspecify.annotations.NullMarked;
