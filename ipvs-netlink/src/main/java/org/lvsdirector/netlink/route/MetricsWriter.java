package org.lvsdirector.netlink.route;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.lvsdirector.netlink.AttributeWriter;

/** {@code RTA_METRICS}, the numbers that a route gives its connections, in the order of their uapi numbers. */
final class MetricsWriter {
    private MetricsWriter() {}

    static void write(AttributeWriter out, Route.Properties properties) {
        String algorithm = properties.congestionControl();
        if (properties.metrics().isEmpty() && algorithm == null) {
            return;
        }
        int list = out.beginPlainNested(RouteConstants.RTA_METRICS);
        Map<RouteMetric, Long> sorted = new TreeMap<>(Comparator.comparingInt(RouteMetric::number));
        sorted.putAll(properties.metrics());
        write(out, sorted, 0, RouteConstants.RTAX_CC_ALGO);
        if (algorithm != null) {
            // Without a closing zero, as iproute2 and keepalived have it.
            out.bytes(RouteConstants.RTAX_CC_ALGO, algorithm.getBytes(StandardCharsets.US_ASCII));
        }
        write(out, sorted, RouteConstants.RTAX_CC_ALGO, Integer.MAX_VALUE);
        int locked = lockBits(properties);
        if (locked != 0) {
            out.u32(RouteConstants.RTAX_LOCK, locked);
        }
        out.endNested(list);
    }

    /** Those with numbers from one to below another. */
    private static void write(AttributeWriter out, Map<RouteMetric, Long> metrics, int from, int to) {
        metrics.forEach((metric, value) -> {
            if (metric.number() >= from && metric.number() < to) {
                out.u32(metric.number(), value);
            }
        });
    }

    private static int lockBits(Route.Properties properties) {
        int bits = properties.congestionControlLocked() ? 1 << RouteConstants.RTAX_CC_ALGO : 0;
        for (RouteMetric metric : properties.locked()) {
            bits |= 1 << metric.number();
        }
        return bits;
    }
}
