package org.lvsdirector.ipvs;

/** The twin's half of {@link SettingsContract}. */
class InMemorySettingsTest extends SettingsContract {
    @Override
    Ipvs open() {
        InMemoryIpvs ipvs = new InMemoryIpvs();
        ipvs.table().removeInterface(MISSING_INTERFACE);
        return ipvs;
    }
}
