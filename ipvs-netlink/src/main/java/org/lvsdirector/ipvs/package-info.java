/**
 * IPVS: virtual services and real servers as values, the {@code Ipvs} port, its kernel adapter and its in-memory twin.
 */
@NullMarked
package org.lvsdirector.ipvs;

import org.jspecify.annotations.NullMarked;
