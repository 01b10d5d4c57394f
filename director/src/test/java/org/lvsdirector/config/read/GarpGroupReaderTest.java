package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.config.read.Reading.accepted;
import static org.lvsdirector.config.read.Reading.problems;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.GarpGroupConfig;

class GarpGroupReaderTest {

    @Test
    void interfacesShareIntervals() {
        assertEquals(
                List.of(
                        new GarpGroupConfig(Set.of("eth0", "eth1"), Duration.ofMillis(2), Duration.ZERO),
                        new GarpGroupConfig(Set.of("eth2"), Duration.ZERO, Duration.ofSeconds(1))),
                accepted("""
                        garp_group {
                          garp_interval 0.002
                          interfaces {
                            eth0
                            eth1
                          }
                        }
                        garp_group {
                          gna_interval 1
                          interface eth2
                        }
                        """).garpGroups());
    }

    @Test
    void whatMakesNoGroupIsTold() {
        assertEquals(
                List.of(
                        "1:1 error: the garp_group has no interval",
                        "1:1 error: the garp_group has no interface",
                        "5:1 error: a garp_group has either 'interface' or 'interfaces'",
                        "10:1 error: 'eth0' is in two garp_groups"),
                problems("""
                        garp_group {
                        }
                        garp_group {
                        garp_interval 1
                        interface eth0
                        interfaces {
                        eth0
                        }
                        }
                        garp_group {
                        gna_interval 1
                        interface eth0
                        }
                        """));
    }
}
