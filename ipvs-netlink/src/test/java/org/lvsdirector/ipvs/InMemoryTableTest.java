package org.lvsdirector.ipvs;

/** The twin's half of {@link TableContract}. */
class InMemoryTableTest extends TableContract {
    @Override
    Ipvs open() {
        return new InMemoryIpvs();
    }
}
