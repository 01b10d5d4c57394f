package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.config.ParentConfig.LifeScript;
import org.lvsdirector.config.ParentConfig.PlaceConfig;
import org.lvsdirector.config.ParentConfig.ProcessNames;
import org.lvsdirector.config.ParentConfig.ReloadConfig;
import org.lvsdirector.config.SchedulingConfig;

class ParentReaderTest {
    @Test
    void nothingIsSaid() {
        assertEquals(ParentConfig.USUAL, Reading.accepted("").globals().parent());
    }

    @Test
    void everyWord() {
        ParentConfig parent = Reading.accepted("""
                net_namespace blue
                net_namespace_ipvs green
                instance one
                child_wait_time 9
                global_defs {
                    startup_script "/etc/up now" nobody
                    startup_script_timeout 3
                    shutdown_script /etc/down
                    process_names
                    checker_process_name checks
                    reload_time_file /run/when
                    reload_repeat
                    reload_file /run/mark
                    random_seed 42
                    rs_init_notifies
                    checker_priority -5
                    checker_no_swap
                    checker_rt_priority 7
                    checker_cpu_affinity 0 1
                    checker_rlimit_rttime 20000
                }
                """).globals().parent();
        assertEquals(List.of("/etc/up", "now"), command(parent.startup()));
        assertEquals(Duration.ofSeconds(3), duration(parent.startup()));
        assertEquals(List.of("/etc/down"), command(parent.shutdown()));
        assertEquals(Duration.ofSeconds(10), duration(parent.shutdown()));
        assertEquals(Duration.ofSeconds(9), parent.childWait());
        assertEquals(new ProcessNames("keepalived", "keepalived_vrrp", "checks"), parent.names());
        assertEquals(new PlaceConfig("one", "blue", "green"), parent.place());
        assertEquals(new ReloadConfig("/run/when", true, "/run/mark"), parent.reload());
        assertEquals(new SchedulingConfig(-5, 7, 20000, true, List.of(0, 1)), parent.checkers());
        assertEquals(42L, parent.seed());
        assertTrue(parent.tellsStart());
    }

    @Test
    void aMarkNeedsNoPath() {
        assertEquals(
                "",
                Reading.accepted("global_defs {\nreload_file\n}\n")
                        .globals()
                        .parent()
                        .reload()
                        .mark());
    }

    @Test
    void mistakes() {
        assertEquals(
                List.of(
                        "1:10 error: instance 'a/b' is no name",
                        "3:1 warning: there is no time to repeat",
                        "4:1 error: the path of reload_file must be absolute"),
                Reading.problems("instance a/b\nglobal_defs {\nreload_repeat\nreload_file mark\n}\n"));
    }

    private static List<String> command(@Nullable LifeScript script) {
        assertNotNull(script);
        return script.command().arguments();
    }

    private static Duration duration(@Nullable LifeScript script) {
        assertNotNull(script);
        return script.timeout();
    }
}
