package org.lvsdirector.ipvs;

import org.jspecify.annotations.Nullable;

/**
 * What became of one change.
 *
 * @param failure null when the kernel acknowledged it
 */
public record ChangeResult(IpvsChange change, @Nullable IpvsException failure) {

    /** Whether the kernel acknowledged the change. */
    public boolean succeeded() {
        return failure == null;
    }
}
