package org.lvsdirector.ipvsctl;

import java.util.function.Supplier;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.KernelIpvs;

/** Opens the kernel's table. A class of its own because the first lambda of a process costs several milliseconds. */
final class KernelSource implements Supplier<Ipvs> {
    @Override
    public Ipvs get() {
        return KernelIpvs.open();
    }
}
