package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random values, written as a request and read back as if they were the kernel's answer: both speak of things alike. */
class RoundTripTest {
    private static final int SEEDS = Boolean.getBoolean("lvsdirector.full") ? 1000 : 20;
    private static final int VALUES_A_SEED = 50;

    @Test
    void services() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < VALUES_A_SEED; i++) {
                VirtualService service = service(random);
                String written = written(new IpvsChange.AddService(service));
                assertEquals(
                        List.of(new ServiceEntry(service, TrafficStats.ZERO)),
                        FakeIpvsKernel.answering(written).open().services(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void realServers() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < VALUES_A_SEED; i++) {
                RealServer server = server(random);
                String written = written(new IpvsChange.AddServer(Tables.MARK, server));
                assertEquals(
                        List.of(new RealServerEntry(server, 0, 0, 0, TrafficStats.ZERO)),
                        FakeIpvsKernel.answering(written).open().realServers(Tables.MARK),
                        "seed " + seed);
            }
        }
    }

    private static String written(IpvsChange change) {
        FakeIpvsKernel kernel = FakeIpvsKernel.acknowledging();
        kernel.open().apply(List.of(change));
        return kernel.payload();
    }

    private static VirtualService service(Random random) {
        AddressFamily family = pick(random, AddressFamily.values());
        ServiceKey key = random.nextInt(3) == 0
                ? new ServiceKey.ByFwmark(1 + random.nextLong(0xFFFF_FFFFL), family)
                : new ServiceKey.ByAddress(
                        pick(random, Protocol.values()), address(random, family), random.nextInt(0x1_0000));
        Set<ServiceFlag> flags = EnumSet.noneOf(ServiceFlag.class);
        for (ServiceFlag flag : ServiceFlag.values()) {
            if (random.nextBoolean()) {
                flags.add(flag);
            }
        }
        return new VirtualService(key, name(random), flags, persistence(random, family));
    }

    private static @Nullable Persistence persistence(Random random, AddressFamily family) {
        if (random.nextBoolean()) {
            return null;
        }
        int timeout = 1 + random.nextInt(Integer.MAX_VALUE);
        int prefix = random.nextInt(family.addressBits() + 1);
        return new Persistence(timeout, prefix, random.nextBoolean() ? name(random) : null);
    }

    private static RealServer server(Random random) {
        AddressFamily family = pick(random, AddressFamily.values());
        return new RealServer(
                new RealServerKey(address(random, family), random.nextInt(0x1_0000)),
                pick(random, ForwardingMethod.values()),
                random.nextInt(Integer.MAX_VALUE),
                random.nextInt(Integer.MAX_VALUE),
                random.nextInt(Integer.MAX_VALUE),
                new Tunnel(
                        pick(random, Tunnel.Type.values()),
                        random.nextInt(0x1_0000),
                        pick(random, Tunnel.Checksum.values())));
    }

    private static InetAddress address(Random random, AddressFamily family) {
        byte[] bytes = new byte[family.addressBytes()];
        random.nextBytes(bytes);
        return IpAddresses.ofBytes(bytes);
    }

    private static String name(Random random) {
        return "s" + Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX);
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
