package org.lvsdirector.control.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;

/**
 * What is mailed of real servers and quorums, in keepalived's words. A real server that changes is mailed with what the check said that
 * changed it; a check that changes without that is mailed by itself.
 */
final class PoolLetters {
    private static final String STOPPING = "=> Shutting down <=";

    /** What checks have told; one that has told nothing is as it began. */
    private final Map<CheckId, Told> told = new HashMap<>();
    /** By service and real server, the position of the check that changed last. */
    private final Map<String, Integer> lastChanged = new HashMap<>();

    private record Told(boolean up, int weightChange) {}

    /** A check has told how it is now. */
    List<Letter> of(CheckId made, boolean up, int weightChange, AlertBook book) {
        List<CheckId> others = book.shared().getOrDefault(made, List.of());
        return Stream.concat(Stream.of(made), others.stream())
                .map(id -> ofOne(id, up, weightChange, book))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Letter> ofOne(CheckId id, boolean up, int weightChange, AlertBook book) {
        AlertBook.Server server = server(id.service(), id.server(), book);
        if (server == null) {
            return Optional.empty();
        }
        boolean before = isUp(id, server);
        boolean aliveBefore = isAlive(id.service(), id.server(), server);
        told.put(id, new Told(up, weightChange));
        if (before == up) {
            return Optional.empty();
        }
        lastChanged.put(key(id.service(), id.server()), id.position());
        boolean alive = isAlive(id.service(), id.server(), server);
        boolean alone = alive == aliveBefore && book.everyCheck() && server.mail();
        return alone
                ? Optional.of(letter(id.service(), id.server(), alive, words(server, id.position(), up)))
                : Optional.empty();
    }

    /**
     * A real server or quorum has changed.
     *
     * @param stopping whether because the director stops
     */
    Optional<Letter> of(PoolEvent event, boolean stopping, AlertBook book) {
        AlertBook.Pool pool = book.pools().get(event.service());
        if (pool == null) {
            return Optional.empty();
        }
        if (event instanceof PoolEvent.ServerChanged changed) {
            AlertBook.Server server = pool.servers().get(changed.server());
            if (server == null || !server.mail()) {
                return Optional.empty();
            }
            int position = lastChanged.getOrDefault(key(changed.service(), changed.server()), 0);
            return Optional.of(letter(
                    changed.service(),
                    changed.server(),
                    changed.up(),
                    stopping ? STOPPING : words(server, position, changed.up())));
        }
        boolean up = ((PoolEvent.QuorumChanged) event).up();
        return pool.mail()
                ? Optional.of(new Letter(
                        "Virtualserver " + event.service() + " - " + word(up),
                        stopping ? STOPPING : quorum(event.service(), pool, up)))
                : Optional.empty();
    }

    /** Forgets checks that the configuration has no more. */
    void configured(AlertBook book) {
        told.keySet().removeIf(id -> server(id.service(), id.server(), book) == null);
        lastChanged.clear();
    }

    private String quorum(String service, AlertBook.Pool pool, boolean up) {
        long weight = 0;
        for (Map.Entry<String, AlertBook.Server> each : pool.servers().entrySet()) {
            AlertBook.Server server = each.getValue();
            weight += isAlive(service, each.getKey(), server) ? weight(service, each.getKey(), server) : 0;
        }
        return up
                ? (isBeginning(service) ? "=> Starting with quorum up " : "=> Gained quorum ") + pool.quorum() + "+"
                        + pool.hysteresis() + "=" + (pool.quorum() + pool.hysteresis()) + " <= " + weight + " <="
                : "=> Lost quorum " + pool.quorum() + "-" + pool.hysteresis() + "="
                        + (pool.quorum() - pool.hysteresis()) + " > " + weight + " <=";
    }

    /** No check of a service has told anything yet, so that it cannot be one that brought the quorum. */
    private boolean isBeginning(String service) {
        return told.keySet().stream().noneMatch(check -> check.service().equals(service));
    }

    private long weight(String service, String name, AlertBook.Server server) {
        long weight = server.weight();
        for (int position = 0; position < server.checks().size(); position++) {
            Told check = told.get(new CheckId(service, name, position));
            weight += check == null ? 0 : check.weightChange();
        }
        return Math.max(0, weight);
    }

    private boolean isAlive(String service, String name, AlertBook.Server server) {
        for (int position = 0; position < server.checks().size(); position++) {
            if (!isUp(new CheckId(service, name, position), server)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUp(CheckId id, AlertBook.Server server) {
        Told known = told.get(id);
        return known == null ? !server.alpha() : known.up();
    }

    private static String words(AlertBook.Server server, int position, boolean up) {
        return position < server.checks().size() ? server.checks().get(position).of(up) : "";
    }

    private static Letter letter(String service, String server, boolean up, String body) {
        return new Letter("Realserver " + server + " of virtual server " + service + " - " + word(up), body);
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private static AlertBook.@Nullable Server server(String service, String name, AlertBook book) {
        AlertBook.Pool pool = book.pools().get(service);
        return pool == null ? null : pool.servers().get(name);
    }

    private static String key(String service, String server) {
        return service + ' ' + server;
    }
}
