package org.lvsdirector.check.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.check.CheckId;

/** The work sheet of one {@link PoolMachine} call: starts from the health before, and collects what follows. */
final class PoolTransition {
    private final PoolSpec spec;
    private final Map<CheckId, CheckHealth> checks;
    private final Map<String, Boolean> alive = new LinkedHashMap<>();
    private final Map<String, Integer> weightChanges = new LinkedHashMap<>();
    private final List<HealthMessage> messages = new ArrayList<>();
    private final List<PoolEvent> events = new ArrayList<>();
    private final Set<String> kept = new LinkedHashSet<>();
    private boolean quorumUp = true;
    private boolean sorryActive;

    PoolTransition(PoolSpec spec, Map<CheckId, CheckHealth> checks) {
        this.spec = spec;
        this.checks = checks;
    }

    PoolStep start() {
        enter();
        quorumUp = false;
        if (isGained()) {
            // As with keepalived this is an event: scripts that put an address or a route up must run at the start too.
            updateQuorum();
        } else if (spec.sorry() != null) {
            say("Starting with quorum down " + spec.quorum() + "+" + spec.hysteresis() + "="
                    + (spec.quorum() + spec.hysteresis()) + " > " + liveWeight() + " for VS " + spec.service());
            callSorry();
        }
        return result();
    }

    PoolStep adopt(boolean sorryInTable, Set<String> offered) {
        enter();
        if (isBelowFloor()) {
            spec.servers().stream()
                    .filter(server -> !isAlive(server) && offered.contains(server.name()))
                    .forEach(server -> kept.add(server.name()));
        }
        quorumUp = sorryInTable ? isGained() : !isLost();
        sorryActive = !quorumUp && spec.sorry() != null;
        say("Starting with quorum " + (quorumUp ? "up" : "down") + " for VS " + spec.service());
        return result();
    }

    private void enter() {
        for (PoolSpec.Server server : spec.servers()) {
            alive.put(server.name(), passes(server));
            put(server, weightChange(server));
        }
    }

    private void put(PoolSpec.Server server, int change) {
        if (change == 0) {
            weightChanges.remove(server.name());
        } else {
            weightChanges.put(server.name(), change);
        }
    }

    PoolStep step(PoolHealth before) {
        takeOver(before);
        for (PoolSpec.Server server : spec.servers()) {
            weigh(server, weightChange(server));
            boolean passes = passes(server);
            if (passes != isAlive(server)) {
                change(server, passes);
                updateQuorum();
            }
        }
        return result();
    }

    PoolStep reconfigure(PoolHealth before) {
        takeOver(before);
        // A server that is new, or whose checks are, enters as they say and without a word: nothing happened to it.
        enter();
        kept.removeIf(this::needNotStay);
        updateQuorum();
        sorryActive = !quorumUp && spec.sorry() != null;
        return result();
    }

    PoolStep stop(PoolHealth before) {
        takeOver(before);
        if (spec.omega()) {
            for (PoolSpec.Server server : spec.servers()) {
                if (isAlive(server)) {
                    events.add(new PoolEvent.ServerChanged(spec.service(), server.name(), false));
                }
            }
            if (quorumUp) {
                events.add(new PoolEvent.QuorumChanged(spec.service(), false));
            }
        }
        return result();
    }

    private void takeOver(PoolHealth before) {
        spec.servers().forEach(server -> alive.put(server.name(), before.isAlive(server.name())));
        weightChanges.putAll(before.weightChanges());
        kept.addAll(before.kept());
        quorumUp = before.quorumUp();
        sorryActive = before.sorryActive();
    }

    private void change(PoolSpec.Server server, boolean up) {
        alive.put(server.name(), up);
        events.add(new PoolEvent.ServerChanged(spec.service(), server.name(), up));
        if (!up && isBelowFloor()) {
            kept.add(server.name());
            messages.add(HealthMessage.warning("Keeping service " + server.name() + " in VS " + spec.service()
                    + " though it is down: of at least " + spec.floor() + " servers (healthy_floor) " + countAlive()
                    + " are up"));
            return;
        }
        if (!up || !kept.remove(server.name())) {
            announce(server, up);
        }
        if (!kept.isEmpty() && !isBelowFloor()) {
            spec.servers().stream().filter(other -> kept.remove(other.name())).forEach(other -> announce(other, false));
        }
    }

    private boolean isBelowFloor() {
        return countAlive() < spec.floor();
    }

    private long countAlive() {
        return spec.servers().stream().filter(this::isAlive).count();
    }

    private boolean needNotStay(String server) {
        return !isBelowFloor() || alive.getOrDefault(server, true);
    }

    private void announce(PoolSpec.Server server, boolean up) {
        String verb = server.inhibit() ? (up ? "Enabling" : "Disabling") : (up ? "Adding" : "Removing");
        String preposition = server.inhibit() ? "of" : up ? "to" : "from";
        messages.add(
                HealthMessage.info(verb + " service " + server.name() + " " + preposition + " VS " + spec.service()));
    }

    private void weigh(PoolSpec.Server server, int change) {
        int before = weight(server);
        put(server, change);
        if (weight(server) != before) {
            say("Changing weight from " + before + " to " + weight(server) + " for "
                    + (isAlive(server) ? "active" : "inactive") + " service " + server.name() + " of VS "
                    + spec.service());
            updateQuorum();
        }
    }

    private void updateQuorum() {
        if (!quorumUp && isGained()) {
            quorumUp = true;
            say("Gained quorum " + spec.quorum() + "+" + spec.hysteresis() + "=" + (spec.quorum() + spec.hysteresis())
                    + " <= " + liveWeight() + " for VS " + spec.service());
            events.add(new PoolEvent.QuorumChanged(spec.service(), true));
            dismissSorry();
        } else if (quorumUp && isLost()) {
            quorumUp = false;
            say("Lost quorum " + spec.quorum() + "-" + spec.hysteresis() + "=" + (spec.quorum() - spec.hysteresis())
                    + " > " + liveWeight() + " for VS " + spec.service());
            events.add(new PoolEvent.QuorumChanged(spec.service(), false));
            callSorry();
        }
    }

    private void callSorry() {
        PoolSpec.Sorry sorry = spec.sorry();
        if (sorry != null && !sorryActive) {
            sorryActive = true;
            say((sorry.inhibit() ? "Enabling" : "Adding") + " sorry server " + sorry.name() + " to VS "
                    + spec.service());
            say("Removing alive servers from the pool for VS " + spec.service());
        }
    }

    private void dismissSorry() {
        PoolSpec.Sorry sorry = spec.sorry();
        if (sorryActive && sorry != null) {
            say("Adding alive servers to the pool for VS " + spec.service());
            say((sorry.inhibit() ? "Disabling" : "Removing") + " sorry server " + sorry.name() + " from VS "
                    + spec.service());
        }
        sorryActive = false;
    }

    private void say(String text) {
        messages.add(HealthMessage.info(text));
    }

    private boolean isGained() {
        return liveWeight() >= spec.quorum() + spec.hysteresis();
    }

    private boolean isLost() {
        long weight = liveWeight();
        return weight == 0 || weight < spec.quorum() - spec.hysteresis();
    }

    private long liveWeight() {
        long weight = 0;
        for (PoolSpec.Server server : spec.servers()) {
            weight += isAlive(server) || kept.contains(server.name()) ? weight(server) : 0;
        }
        return weight;
    }

    private int weight(PoolSpec.Server server) {
        return PoolHealth.clamped(server.weight() + weightChanges.getOrDefault(server.name(), 0));
    }

    private int weightChange(PoolSpec.Server server) {
        int change = 0;
        for (CheckId check : server.checks()) {
            CheckHealth health = checks.get(check);
            change += health == null ? 0 : health.weightChange();
        }
        return change;
    }

    private boolean isAlive(PoolSpec.Server server) {
        return alive.getOrDefault(server.name(), false);
    }

    private boolean passes(PoolSpec.Server server) {
        for (CheckId check : server.checks()) {
            CheckHealth health = checks.get(check);
            if (health != null && !health.up()) {
                return false;
            }
        }
        return true;
    }

    private PoolStep result() {
        return new PoolStep(new PoolHealth(alive, weightChanges, kept, quorumUp, sorryActive), messages, events);
    }
}
