package org.lvsdirector.control.checkers;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.reconcile.OwnershipLedger;

/**
 * What a {@link CheckersEngine} is made of.
 *
 * @param sysctls settings of the kernel that are ours while this runs
 * @param marks what gives the packets of groups their firewall marks
 * @param sockets where the engine's thread waits
 * @param clock monotonic nanoseconds
 * @param random spreads the first tries of checks
 * @param maxTries how many checks may be under way at once
 */
public record EngineParts(
        Ipvs ipvs,
        OwnershipLedger ledger,
        Sysctls sysctls,
        MarkKeeper marks,
        NioSockets sockets,
        Prober prober,
        LongSupplier clock,
        RandomGenerator random,
        int maxTries) {}
