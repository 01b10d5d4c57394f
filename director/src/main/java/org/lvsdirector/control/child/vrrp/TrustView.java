package org.lvsdirector.control.child.vrrp;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.status.VrrpStatus;
import org.lvsdirector.vrrp.machine.InstanceStatus;
import org.lvsdirector.vrrp.packet.TrailerAuthentication;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** Whom an instance believes, in the words of {@code director status}. */
final class TrustView {
    private TrustView() {}

    static VrrpStatus.Trust of(InstanceStatus status, @Nullable InstanceSettings settings) {
        Map<String, Long> remarked = new TreeMap<>();
        status.counters().remarked().forEach((kind, count) -> remarked.put(kind.name(), count));
        return new VrrpStatus.Trust(
                status.claims(),
                settings == null ? null : signing(settings.advertisement().trailer()),
                remarked);
    }

    private static @Nullable String signing(@Nullable TrailerAuthentication trailer) {
        if (trailer == null) {
            return null;
        }
        String keys =
                trailer.keys().stream().map(key -> Integer.toString(key.id())).collect(Collectors.joining(", "));
        String mode = trailer.mode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "HMAC-SHA256, " + mode + ", key " + trailer.activeKey() + "; takes keys " + keys;
    }
}
