package org.lvsdirector.vrrp.simulation;

import java.util.List;
import java.util.Random;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.Resumption;

/** Everything that goes wrong in a data centre, in random order. */
final class Chaos {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final World world;
    private final Random random;

    Chaos(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** Many mishaps, some time apart. */
    void reign(int mishaps) {
        for (int i = 0; i < mishaps; i++) {
            mishap(world.hosts().get(random.nextInt(world.hosts().size())));
            world.runFor(random.nextLong(4 * SECOND) + 1);
        }
    }

    private void mishap(Host host) {
        switch (random.nextInt(9)) {
            case 0 ->
                world.lans().forEach(lan -> lan.behave(random.nextDouble() * 0.4, random.nextLong(900 * MILLI) + 1));
            case 1 -> world.lans().forEach(lan -> lan.behave(0, MILLI));
            case 2 -> {
                int island = random.nextInt(3);
                world.lans().forEach(lan -> lan.move(host, island));
            }
            case 3 -> freeze(host);
            case 4 -> crash(host);
            case 5 -> restart(host);
            case 6 -> flap(host);
            case 7 -> host.scriptsReturn(random.nextInt(2));
            default -> host.loseAddress("eth0", Addresses.of(10, 0, 0, 200 + random.nextInt(2)));
        }
    }

    private void freeze(Host host) {
        host.freeze();
        world.timeline().after(random.nextLong(15 * SECOND), host::thaw);
    }

    private void crash(Host host) {
        if (!host.running()) {
            return;
        }
        List<Resumption> masters = host.kill();
        List<Resumption> remembered = random.nextBoolean() ? masters : List.of();
        world.timeline().after(random.nextLong(6 * SECOND), () -> startIfDown(host, remembered));
    }

    private void restart(Host host) {
        if (host.running()) {
            host.stop();
        }
        world.timeline().after(random.nextLong(6 * SECOND), () -> startIfDown(host, List.of()));
    }

    private static void startIfDown(Host host, List<Resumption> remembered) {
        if (!host.running()) {
            host.start(remembered);
        }
    }

    private void flap(Host host) {
        String name = Scenario.INTERFACES.get(random.nextInt(Scenario.INTERFACES.size()));
        LinkState state = random.nextBoolean() ? LinkState.DOWN : LinkState.MISSING;
        host.link(name, state);
        world.timeline().after(random.nextLong(5 * SECOND), () -> host.link(name, LinkState.UP));
    }

    /** All mishaps end; islands stay. */
    void calm() {
        world.runFor(20 * SECOND);
        world.lans().forEach(lan -> lan.behave(0, MILLI));
        for (Host each : world.hosts()) {
            each.thaw();
            each.scriptsReturn(0);
            startIfDown(each, List.of());
        }
    }

    /** The islands grow together. */
    void heal() {
        world.hosts().forEach(host -> world.lans().forEach(lan -> lan.move(host, 0)));
    }
}
