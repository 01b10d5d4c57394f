package org.lvsdirector.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.vrrp.settings.RoutingEntry;

/** The routes and rules of one block or instance, routes first: a rule may look up a table that they fill. */
public record RoutingConfig(List<Line> routes, List<Line> rules) {
    /** None. */
    public static final RoutingConfig NONE = new RoutingConfig(List.of(), List.of());

    public RoutingConfig {
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }

    /**
     * One of them.
     *
     * @param trackGroup null for none
     */
    public record Line(
            RoutingEntry entry, SourcePlace place, @Nullable GroupReference trackGroup) {}
}
