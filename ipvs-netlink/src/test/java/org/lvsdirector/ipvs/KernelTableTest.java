package org.lvsdirector.ipvs;

import org.junit.jupiter.api.Tag;

/** The kernel's half of {@link TableContract}, each test in a network namespace of its own. */
@Tag("lab")
class KernelTableTest extends TableContract {
    @Override
    Ipvs open() {
        return FreshNamespace.call(KernelIpvs::open);
    }
}
