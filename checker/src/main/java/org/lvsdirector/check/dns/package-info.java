/**
 * DNS_CHECK: a name server that answers without an error means alive.
 */
@NullMarked
package org.lvsdirector.check.dns;

import org.jspecify.annotations.NullMarked;
