package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.config.read.Reading.accepted;
import static org.lvsdirector.config.read.Reading.instanceText;
import static org.lvsdirector.config.read.Reading.problems;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.TrackGroupConfig;

class TrackGroupReaderTest {
    private static final String GROUP = "track_group G {\ngroup {\nA\n}\n}\n";

    @Test
    void aGroupHasItsInstancesAndTheEntriesThatNameIt() {
        Configuration configuration = accepted(instanceText("") + """
                track_group other {
                  group { A }
                }
                track_group G {
                  group {
                    A B
                  }
                }
                static_ipaddress {
                  10.1.0.1/24 dev eth1 track_group G
                  10.1.0.2/24 dev eth1
                }
                static_routes {
                  10.2.0.0/24 via 10.1.0.9 dev eth1 track_group G
                  10.3.0.0/24 via 10.1.0.9 dev eth1 track_group other
                }
                static_rules {
                  from 10.2.0.0/24 table 7 preference 5 track_group G
                }
                vrrp_instance B {
                  interface eth0
                  virtual_router_id 6
                  virtual_ipaddress { 10.0.0.2 }
                }
                """);
        TrackGroupConfig group = configuration.statics().groups().get(0);
        assertEquals("G", group.name());
        assertEquals(Set.of("A", "B"), group.members());
        assertEquals(List.of(configuration.statics().addresses().get(0)), group.addresses());
        assertEquals(
                List.of(
                        configuration.statics().routing().routes().get(0).entry(),
                        configuration.statics().routing().rules().get(0).entry()),
                group.routing());
        assertEquals(
                List.of(configuration.statics().routing().routes().get(1).entry()),
                configuration.statics().groups().get(1).routing());
    }

    @Test
    void namesThatLeadNowhereAreRefused() {
        assertEquals(
                List.of(
                        "9:1 error: no vrrp_instance is called 'AA'",
                        "12:1 error: track_group 'E' has no members",
                        "15:36 error: no track_group is called 'g'"),
                problems(instanceText("") + """
                        track_group G {
                        group {
                        AA
                        }
                        }
                        track_group E {
                        }
                        static_ipaddress {
                          10.1.0.1/24 dev eth1 track_group g
                        }
                        """));
    }

    @Test
    void whatNobodyLooksAfterCannotBeTracked() {
        String text = instanceText("") + GROUP + """
                static_ipaddress {
                  10.1.0.1/24 dev eth1 no_track track_group G
                }
                static_routes {
                  10.2.0.0/24 dev eth1 track_group G no_track
                }
                """;
        assertEquals(
                List.of(
                        "13:45 warning: 'track_group' beside 'no_track' has no effect",
                        "16:36 warning: 'track_group' beside 'no_track' has no effect"),
                problems(text));
        TrackGroupConfig group = accepted(text).statics().groups().get(0);
        assertEquals(List.of(), group.addresses());
        assertEquals(List.of(), group.routing());
    }

    @Test
    void entriesThatGoWithTheMasterHaveNoGroup() {
        String lines = """
                virtual_ipaddress_excluded {
                  10.0.0.9 track_group G
                }
                virtual_routes {
                  10.2.0.0/24 dev eth1 track_group G
                }""";
        assertEquals(
                List.of(
                        "5:24 warning: 'track_group' means nothing here: it has no effect",
                        "8:36 warning: 'track_group' means nothing here: it has no effect"),
                problems(instanceText(lines) + GROUP));
    }
}
