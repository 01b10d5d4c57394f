/**
 * What the tries over sockets have in common.
 */
@NullMarked
package org.lvsdirector.check.socket;

import org.jspecify.annotations.NullMarked;
