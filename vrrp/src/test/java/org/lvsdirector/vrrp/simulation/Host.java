package org.lvsdirector.vrrp.simulation;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.InstanceStatus;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.Resumption;
import org.lvsdirector.vrrp.machine.RouterAction;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.machine.ScriptOutcome;
import org.lvsdirector.vrrp.machine.VrrpRouter;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.AdvertisementFilter;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** A machine with a router and the simplest driver that keeps the driver's contract; addresses outlive the process, as in a kernel. */
final class Host {
    private static final int SOCKET_BUFFER = 200;

    private record Packet(Lan lan, ByteBuffer datagram) {}

    private final int number;
    private final RouterSettings settings;
    private final Map<String, Lan> lans;
    private final Timeline timeline;
    private final Map<String, LinkState> links = new HashMap<>();
    private final Set<InetAddress> held = new HashSet<>();
    private final Deque<Packet> inbox = new ArrayDeque<>();
    private final Map<InstanceKey, AdvertisementFilter> filters = new HashMap<>();
    private final Actions actions = new Actions();
    private @Nullable VrrpRouter router;
    private boolean frozen;
    private boolean acted;
    private int scriptStatus;

    Host(int number, RouterSettings settings, Map<String, Lan> lans, Timeline timeline) {
        this.number = number;
        this.settings = settings;
        this.lans = lans;
        this.timeline = timeline;
        lans.values().forEach(lan -> lan.attach(this));
        lans.keySet().forEach(name -> links.put(name, LinkState.UP));
        settings.instances()
                .forEach(each -> filters.put(
                        each.key(),
                        AdvertisementFilter.of(
                                each.toAdvertisement(), each.advertisement().delivery(), null)));
    }

    int number() {
        return number;
    }

    RouterSettings settings() {
        return settings;
    }

    InetAddress address(InstanceSettings instance) {
        return Addresses.of(10, instance.interfaceName().hashCode() & 0x7F, 0, number);
    }

    boolean running() {
        return router != null;
    }

    boolean fit() {
        return running() && !frozen && links.values().stream().allMatch(each -> each == LinkState.UP);
    }

    void start(List<Resumption> resumptions) {
        router = new VrrpRouter(settings);
        links.forEach((name, state) -> step(new RouterEvent.LinkChanged(name, state)));
        for (InstanceSettings each : settings.instances()) {
            step(new RouterEvent.SourceAddressChanged(each.key(), address(each)));
        }
        step(new RouterEvent.Started(resumptions));
    }

    void stop() {
        step(new RouterEvent.ShutdownRequested(false));
        kill();
    }

    /** As kill -9: nothing is sent, addresses stay. Returns what a parent would remember. */
    List<Resumption> kill() {
        List<Resumption> masters = new ArrayList<>();
        for (InstanceStatus each : status()) {
            if (each.state() == VrrpState.MASTER) {
                masters.add(new Resumption(each.key(), each.lastAdvertSentNanos()));
            }
        }
        router = null;
        acted = true;
        inbox.clear();
        return masters;
    }

    void freeze() {
        frozen = true;
    }

    void thaw() {
        frozen = false;
        turn();
    }

    void link(String interfaceName, LinkState state) {
        links.put(interfaceName, state);
        step(new RouterEvent.LinkChanged(interfaceName, state));
    }

    /** Someone takes an address away. */
    void loseAddress(String interfaceName, InetAddress address) {
        if (held.remove(address)) {
            step(new RouterEvent.AddressRemoved(interfaceName, address));
        }
    }

    void scriptsReturn(int status) {
        scriptStatus = status;
    }

    void arrive(Lan lan, byte[] datagram) {
        if (running() && links.get(lan.interfaceName()) == LinkState.UP && inbox.size() < SOCKET_BUFFER) {
            inbox.add(new Packet(lan, ByteBuffer.wrap(datagram)));
            turn();
        }
    }

    long nextDeadlineNanos() {
        return router == null || frozen ? VrrpRouter.NEVER : router.nextDeadlineNanos();
    }

    /** Packets first, then the deadline: the driver's contract. */
    void turn() {
        if (frozen || router == null) {
            return;
        }
        for (Packet packet = inbox.poll(); packet != null; packet = inbox.poll()) {
            receive(packet);
        }
        if (nextDeadlineNanos() <= timeline.now()) {
            step(RouterEvent.DeadlineReached.INSTANCE);
        }
    }

    private void receive(Packet packet) {
        ByteBuffer datagram = packet.datagram();
        int vrid = AdvertisementFilter.peekVrid(datagram, Family.IPV4, false);
        for (InstanceSettings each : settings.instances()) {
            AdvertisementFilter filter = filters.get(each.key());
            if (filter != null
                    && each.key().vrid() == vrid
                    && each.interfaceName().equals(packet.lan().interfaceName())) {
                step(new RouterEvent.PacketReceived(each.key(), filter.check(datagram)));
            }
        }
    }

    private void step(RouterEvent event) {
        if (router != null) {
            List<RouterAction> wanted = router.step(event, timeline.now());
            wanted.forEach(each -> each.runOn(actions));
        }
    }

    /** Whether it said or did anything but advertise since the last call: only then can anything have changed. */
    boolean takeActed() {
        boolean did = acted;
        acted = false;
        return did;
    }

    List<InstanceStatus> status() {
        return router == null ? List.of() : router.status().instances();
    }

    boolean holds(InetAddress address) {
        return held.contains(address);
    }

    private final class Actions extends QuietHandler {
        @Override
        public void sendAdvert(RouterAction.SendAdvert action) {
            InstanceSettings instance = settings.instances().stream()
                    .filter(each -> each.key().equals(action.instance()))
                    .findFirst()
                    .orElseThrow();
            Lan lan = lans.get(instance.interfaceName());
            if (lan != null && links.get(instance.interfaceName()) == LinkState.UP) {
                AdvertisementTemplate template = AdvertisementTemplate.of(
                        instance.toAdvertisement(),
                        instance.advertisement().delivery(),
                        address(instance),
                        instance.advertisement().delivery().group(),
                        null);
                ByteBuffer out = ByteBuffer.allocate(template.length());
                template.write(action.priority(), 1, out);
                lan.multicast(Host.this, out.array());
            }
        }

        @Override
        public void addAddresses(RouterAction.AddAddresses action) {
            acted = true;
            action.addresses().forEach(each -> held.add(each.address()));
        }

        @Override
        public void removeAddresses(RouterAction.RemoveAddresses action) {
            acted = true;
            action.addresses().forEach(each -> held.remove(each.address()));
        }

        @Override
        public void log(RouterAction.Log action) {
            acted = true;
        }

        @Override
        public void runScript(RouterAction.RunScript action) {
            VrrpRouter asker = router;
            timeline.after(5_000_000, () -> {
                if (router == asker && !frozen) {
                    step(new RouterEvent.ScriptFinished(action.script(), ScriptOutcome.exited(scriptStatus)));
                } else if (router == asker) {
                    timeline.after(3_000_000_000L, () -> answerLate(asker, action.script()));
                }
            });
        }

        private void answerLate(@Nullable VrrpRouter asker, String script) {
            if (router == asker) {
                step(new RouterEvent.ScriptFinished(script, ScriptOutcome.timedOut()));
            }
        }
    }
}
