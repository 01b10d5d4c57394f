package org.lvsdirector.vrrp.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.Unaccepted;
import org.lvsdirector.vrrp.testing.RecordingSink;

/** Each time the whole wish is told, and no interface twice. */
class ToldFirewallTest {
    @Test
    void whatIsWantedIsToldAsAWhole() throws UnknownHostException {
        RecordingSink sink = new RecordingSink();
        ToldFirewall firewall = new ToldFirewall(sink);
        firewall.dropOnly(List.of(new Unaccepted(InetAddress.getByName("192.0.2.1"), "eth0")));
        firewall.silenceOnly(List.of("vrrp.51"));
        firewall.silenceOnly(List.of("vrrp.51"));
        firewall.dropOnly(List.of());
        assertEquals(List.of("[192.0.2.1 on eth0] []", "[192.0.2.1 on eth0] [vrrp.51]", "[] [vrrp.51]"), sink.walls());
    }
}
