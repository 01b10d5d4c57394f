package org.lvsdirector.ipvs;

import org.junit.jupiter.api.Tag;

/** The kernel's half of {@link SettingsContract}, each test in a network namespace of its own. */
@Tag("lab")
class KernelSettingsTest extends SettingsContract {
    @Override
    Ipvs open() {
        return FreshNamespace.call(KernelIpvs::open);
    }
}
