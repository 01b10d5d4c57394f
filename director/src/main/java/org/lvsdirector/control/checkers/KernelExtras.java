package org.lvsdirector.control.checkers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.plan.ServiceDefinition;

/**
 * What the checkers set in the kernel beside the configured services.
 *
 * @param sysctls values by their paths below {@code /proc/sys}
 * @param probes services that lead probes to one real server each; nobody else's packets have their marks
 * @param groupMarks marks that nf_tables gives to the packets of groups; null: none
 */
public record KernelExtras(
        Map<String, String> sysctls,
        List<ServiceDefinition> probes,
        @Nullable GroupMarks groupMarks) {
    /** Nothing. */
    public static final KernelExtras NONE = new KernelExtras(Map.of(), List.of(), null);

    public KernelExtras {
        sysctls = Map.copyOf(sysctls);
        probes = List.copyOf(probes);
    }
}
