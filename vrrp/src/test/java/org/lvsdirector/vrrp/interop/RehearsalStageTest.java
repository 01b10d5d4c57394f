package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.vrrp.interop.Rig.SECOND_NANOS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Commands;
import org.lvsdirector.vrrp.linux.RehearsalStage;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** Takeovers with real sockets and addresses, where nobody meets them. */
@Tag("netns")
class RehearsalStageTest {
    private static final List<AdvertisementSettings> KINDS = List.of(
            AdvertisementSettings.v2(1, SECOND_NANOS, Authentication.NONE),
            AdvertisementSettings.v2(2, SECOND_NANOS, Authentication.pass("secret")),
            AdvertisementSettings.v2(3, SECOND_NANOS, Authentication.header("secret")),
            AdvertisementSettings.v3(Family.IPV4, 4, SECOND_NANOS),
            AdvertisementSettings.v3(Family.IPV6, 5, SECOND_NANOS));

    @Test
    void instancesOfEveryKindPlayTheirLives() throws InterruptedException, ExecutionException, TimeoutException {
        String before = Commands.run("ip", "-o", "address").orFail().output();
        List<InstanceSettings> instances = new ArrayList<>();
        for (AdvertisementSettings kind : KINDS) {
            instances.add(InstanceSettings.of(
                    "VI_" + kind.vrid(), "eth0", kind, ElectionSettings.of(InitialState.BACKUP, 100), List.of()));
        }
        FutureTask<Integer> rehearsal = new FutureTask<>(() -> RehearsalStage.rehearse(RouterSettings.of(instances)));
        Thread stage = new Thread(rehearsal, "rehearsal");
        stage.start();
        assertTrue(rehearsal.get(60, TimeUnit.SECONDS) > 1, "lives");
        assertEquals(before, Commands.run("ip", "-o", "address").orFail().output(), "nothing has changed here");
    }
}
