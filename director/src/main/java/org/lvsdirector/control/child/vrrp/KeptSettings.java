package org.lvsdirector.control.child.vrrp;

import java.util.Map;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.vrrp.linux.KernelSettings;

/** The kernel's settings, with a record that outlives this process. */
final class KeptSettings implements KernelSettings {
    private final Sysctls sysctls;

    KeptSettings(Sysctls sysctls) {
        this.sysctls = sysctls;
    }

    @Override
    public String original(String name) {
        return sysctls.original(name);
    }

    @Override
    public void hold(Map<String, String> wanted) {
        sysctls.restoreAllBut(wanted.keySet());
        wanted.forEach(sysctls::set);
    }
}
