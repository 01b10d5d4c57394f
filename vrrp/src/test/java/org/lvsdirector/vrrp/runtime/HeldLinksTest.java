package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;
import org.lvsdirector.vrrp.settings.VirtualInterfaces;
import org.lvsdirector.vrrp.testing.Variants;

/** The interfaces that an instance makes for itself, from start to stop. */
class HeldLinksTest extends DriverRig {
    private static final VirtualInterface VMAC = vmac("vrrp.51");

    private static VirtualInterface vmac(String name) {
        return new VirtualInterface(name, "eth0", Kind.MACVLAN, "00:00:5e:00:01:33", null, false);
    }

    private static InstanceSettings on(VirtualInterface made, boolean speaksOnBase) {
        VirtualInterfaces interfaces = new VirtualInterfaces(made, speaksOnBase, List.of());
        return Variants.onHost(instance(100), new HostSettings(List.of(), List.of(), false, interfaces));
    }

    private Set<String> openOn() {
        return Set.copyOf(
                machine.transport.open().stream().map(Endpoint::interfaceName).toList());
    }

    @Test
    void itIsThereBeforeTheFirstPacketAndGoneAfterTheLast() {
        VrrpDriver driver = started(on(VMAC, false));
        assertEquals(Set.of(VMAC), machine.madeLinks.present);
        assertEquals(Set.of("vrrp.51"), openOn());
        assertEquals(List.of("eth0"), machine.madeLinks.tunedFor);
        assertEquals(Set.of("vrrp.51"), machine.silent);
        becomeMaster(driver);

        driver.shutdown(false);
        driver.runCommands();
        assertEquals(Set.of(), machine.madeLinks.present);
        assertEquals(List.of(), machine.madeLinks.tunedFor);
        assertEquals(Set.of(), machine.silent);
        List<String> journal = machine.journal;
        assertTrue(journal.lastIndexOf("advert priority 0") < journal.indexOf("remove vrrp.51"), journal.toString());
        assertTrue(journal.indexOf("make vrrp.51") < journal.indexOf("advert priority 100"), journal.toString());
    }

    @Test
    void advertisementsComeFromTheBasesAddress() {
        becomeMaster(started(on(VMAC, false)));
        assertEquals(OWN.getHostAddress(), ip(slice(sent(0), 12)));
    }

    private static byte[] slice(byte[] bytes, int from) {
        return new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]};
    }

    @Test
    void theyUseTheBaseWhereTheyAreAskedTo() {
        started(on(VMAC, true));
        assertEquals(Set.of(VMAC), machine.madeLinks.present);
        assertEquals(Set.of("eth0"), openOn());
    }

    @Test
    void aNameThatIsTakenIsAFaultUntilItIsFree() {
        machine.madeLinks.take("vrrp.51");
        VrrpDriver driver = started(on(VMAC, false));
        assertEquals(VrrpState.FAULT, state(driver));
        assertEquals(
                List.of("interface vrrp.51 missing"),
                status(driver).router().instances().get(0).faults());
        assertTrue(machine.sink.lines().stream().anyMatch(line -> line.contains("another interface of that name")));
    }

    @Test
    void whatSomebodyRemovesIsMadeAnew() {
        VrrpDriver driver = started(on(VMAC, false));
        machine.madeLinks.removeOutside(VMAC);
        driver.turn();
        driver.turn();
        assertEquals(Set.of(VMAC), machine.madeLinks.present);
        assertEquals(VrrpState.BACKUP, state(driver));
    }

    @Test
    void itWaitsForItsBase() {
        VrrpDriver driver = started(on(VMAC, false));
        machine.link("eth0", LinkState.MISSING);
        machine.madeLinks.removeOutside(VMAC);
        driver.turn();
        assertEquals(Set.of(), machine.madeLinks.present);
        machine.link("eth0", LinkState.UP);
        driver.turn();
        assertEquals(Set.of(VMAC), machine.madeLinks.present);
    }

    @Test
    void aReloadMakesTheNewOneFirstAndRemovesTheOldOneLast() {
        VrrpDriver driver = started(on(VMAC, false));
        var done = driver.commit(RouterSettings.of(List.of(on(vmac("other"), false))));
        driver.runCommands();
        assertTrue(done.isDone());
        assertEquals(Set.of(vmac("other")), machine.madeLinks.present);
        assertEquals(Set.of("other"), machine.silent);
        assertTrue(machine.journal.indexOf("make other") < machine.journal.indexOf("remove vrrp.51"));
    }

    @Test
    void oneThatIsNotWantedAnyMoreGoesWithAReload() {
        VrrpDriver driver = started(on(VMAC, false));
        var done = driver.commit(RouterSettings.of(List.of(instance(100))));
        driver.runCommands();
        assertTrue(done.isDone());
        assertEquals(Set.of(), machine.madeLinks.present);
        assertEquals(Set.of("eth0"), openOn());
    }

    @Test
    void whatAFormerProcessLeftIsTakenOverOrRemoved() {
        VirtualInterface unwanted = vmac("old");
        machine.madeLinks.present.add(VMAC);
        machine.madeLinks.present.add(unwanted);
        VrrpDriver driver = new VrrpDriver(
                machine.ports(),
                new StartOrder(
                        RouterSettings.of(List.of(on(VMAC, false))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(VMAC, unwanted)));
        driver.start();
        assertEquals(Set.of(VMAC), machine.madeLinks.present);
        assertTrue(machine.journal.contains("adopt vrrp.51"));
    }

    @Test
    void theMachineSaysNothingOfItsGroupsAsLongAsThatIsWanted() {
        RouterOptions quiet = new RouterOptions(0, 0, true, false, true, true, Scheduling.ORDINARY);
        VrrpDriver driver = new VrrpDriver(
                machine.ports(),
                StartOrder.cold(RouterSettings.of(List.of(instance(100))).withOptions(quiet)));
        driver.start();
        assertTrue(machine.madeLinks.silentGroups);
        driver.shutdown(false);
        driver.runCommands();
        assertFalse(machine.madeLinks.silentGroups);
    }

    @Test
    void theyStayWhereAddressesAreToStay() {
        VrrpDriver driver = started(on(VMAC, false));
        driver.shutdown(true);
        driver.runCommands();
        assertEquals(Set.of(VMAC), machine.madeLinks.present);
    }
}
