package org.lvsdirector.vrrp.linux;

import java.util.Map;

/**
 * What is below {@code /proc/sys} and belongs to the whole machine: whoever changes it must put it back, after a crash too. Names have
 * slashes, since names of interfaces may have dots.
 */
public interface KernelSettings {
    /** For a place that ends with the process. */
    KernelSettings LEFT_ALONE = new KernelSettings() {
        @Override
        public String original(String name) {
            return "";
        }

        @Override
        public void hold(Map<String, String> wanted) {}
    };

    /** What a setting was before anything was changed; empty where the kernel does not have it. */
    String original(String name);

    /** Has these settings from now on, and puts back all others that were changed. */
    void hold(Map<String, String> wanted);
}
