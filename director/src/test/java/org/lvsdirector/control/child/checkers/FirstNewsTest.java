package org.lvsdirector.control.child.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.plan.Tables.server;
import static org.lvsdirector.plan.Tables.service;
import static org.lvsdirector.plan.Tables.tcp;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.health.PoolEvent.ServerChanged;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.plan.ServiceDefinition;

class FirstNewsTest {
    private static final String VS = "[10.0.0.1]:tcp:80";
    private static final String UP = "[10.0.0.2]:tcp:80";
    private static final String DOWN = "[10.0.0.3]:tcp:80";

    @Test
    void tellsEachServerAsItIs() {
        ServiceDefinition service = service(
                tcp("10.0.0.1", 80),
                server("10.0.0.2", 80, ForwardingMethod.MASQUERADE, 1),
                server("10.0.0.3", 80, ForwardingMethod.MASQUERADE, 1));
        PoolHealth health = new PoolHealth(Map.of(UP, true, DOWN, false), true, false);
        assertEquals(
                List.of(new ServerChanged(VS, UP, true), new ServerChanged(VS, DOWN, false)),
                FirstNews.of(List.of(service), Map.of(VS, health)));
    }
}
