package org.lvsdirector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;

class ProbeMarksTest {
    private static ProbeMarks.Target target(int number) {
        return new ProbeMarks.Target(
                Tables.address("10.0." + number / 256 + "." + number % 256),
                ForwardingMethod.DIRECT_ROUTE,
                Tunnel.IPIP,
                AddressFamily.IPV4);
    }

    private static List<ProbeMarks.Target> targets(int count) {
        List<ProbeMarks.Target> targets = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            targets.add(target(number));
        }
        return targets;
    }

    @Test
    void eachHasItsOwnEvenInAFullRange() {
        List<ProbeMarks.Target> targets = targets(1000);
        ProbeMarks marks = ProbeMarks.of(targets, 501, 1500);
        Set<Long> given = new HashSet<>();
        targets.forEach(target -> given.add(marks.of(target)));
        assertEquals(1000, given.size());
        assertTrue(given.stream().allMatch(mark -> 501 <= mark && mark <= 1500), given.toString());
        assertThrows(IllegalArgumentException.class, () -> ProbeMarks.of(targets, 501, 1499));
    }

    @Test
    void aMarkStaysWhereOthersComeAndGo() {
        ProbeMarks few = ProbeMarks.of(targets(20), 1, 65_536);
        ProbeMarks many = ProbeMarks.of(targets(40), 1, 65_536);
        long kept = targets(20).stream()
                .filter(target -> few.of(target) == many.of(target))
                .count();
        assertEquals(20, kept);
    }

    @Test
    void itsServiceLeadsToItAlone() {
        ProbeMarks marks = ProbeMarks.of(targets(1), 7, 7);
        ServiceDefinition service = marks.services().get(0);
        assertEquals(List.of(new ServiceKey.ByFwmark(7, AddressFamily.IPV4)), service.keys());
        assertEquals(
                List.of(target(0).address()),
                service.servers().stream().map(RealServerDefinition::address).toList());
    }
}
