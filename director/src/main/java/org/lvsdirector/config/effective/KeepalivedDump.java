package org.lvsdirector.config.effective;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.Authentication;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.StartState;
import org.lvsdirector.config.SyncGroupConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.ipvs.ServiceKey;

/** A configuration as keepalived's {@code -d} logs it, for eyes and tools that know the layout. Passwords are left out. */
public final class KeepalivedDump {
    private static final double NANOS_IN_SECOND = 1e9;

    private final List<String> lines = new ArrayList<>();

    private KeepalivedDump() {}

    /** The lines of the log. */
    public static List<String> of(Configuration configuration) {
        KeepalivedDump dump = new KeepalivedDump();
        dump.title("Global definitions");
        String routerId = configuration.globals().routerId();
        dump.value(1, "LVS ID", routerId == null ? "" : routerId);
        String mail = configuration.globals().mail().server();
        if (mail != null) {
            dump.value(1, "Smtp server", mail);
        }
        if (!configuration.instances().isEmpty()) {
            dump.title("VRRP Topology");
            configuration.instances().forEach(dump::instance);
        }
        if (!configuration.syncGroups().isEmpty()) {
            dump.title("VRRP Sync groups");
            configuration.syncGroups().forEach(dump::group);
        }
        if (!configuration.virtualServers().isEmpty()) {
            dump.title("LVS Topology");
            configuration.virtualServers().forEach(dump::service);
            dump.title("Health checkers");
            configuration.virtualServers().forEach(server -> server.realServers()
                    .forEach(dump::checkers));
        }
        return List.copyOf(dump.lines);
    }

    private void title(String text) {
        lines.add("------< " + text + " >------");
    }

    private void value(int indent, String name, Object value) {
        lines.add(" ".repeat(indent) + name + " = " + value);
    }

    private void instance(VrrpInstanceConfig instance) {
        value(1, "VRRP Instance", instance.name());
        value(3, "Want State", instance.state() == StartState.MASTER ? "MASTER" : "BACKUP");
        value(3, "Running on device", instance.interfaceName());
        value(3, "Virtual Router ID", instance.virtualRouterId());
        value(3, "Priority", instance.priority());
        value(3, "Advert interval", seconds(instance.advertInterval()) + "sec");
        lines.add("   Preempt " + (instance.election().preempt() ? "Active" : "Disabled"));
        Authentication authentication = instance.authentication();
        if (authentication != null) {
            value(3, "Authentication type", authentication.header() ? "IPSEC_AH" : "SIMPLE_PASSWORD");
        }
        value(3, "VIP count", instance.addresses().size());
        for (int i = 0; i < instance.addresses().size(); i++) {
            AddressConfig address = instance.addresses().get(i);
            value(5, "VIP" + (i + 1), text(address.address()) + "/" + address.prefixLength());
        }
    }

    private void group(SyncGroupConfig group) {
        value(1, "VRRP Sync Group", group.name());
        group.members().forEach(member -> value(3, "monitor", member));
    }

    private void service(VirtualServerConfig server) {
        for (ServiceKey key : server.services()) {
            if (key instanceof ServiceKey.ByAddress service) {
                lines.add(" VIP = " + text(service.address()) + ", VPORT = " + service.port());
                value(3, "protocol", service.protocol());
            } else if (key instanceof ServiceKey.ByFwmark service) {
                value(1, "FWMARK", service.mark());
            }
        }
        value(3, "lb_algo", server.scheduler());
        for (RealServerConfig real : server.realServers()) {
            lines.add("   RIP = " + text(real.address()) + ", RPORT = " + real.port() + ", WEIGHT = " + real.weight());
        }
    }

    private void checkers(RealServerConfig real) {
        for (CheckerConfig checker : real.checkers()) {
            lines.add(" " + text(real.address()) + ":" + real.port());
            value(3, "Keepalive method", method(checker));
            value(3, "Connection timeout", seconds(checker.options().connectTimeout()));
            value(3, "Connection port", checker.options().connectPort());
            value(3, "delay_loop", seconds(checker.options().delayLoop()));
        }
    }

    private static String method(CheckerConfig checker) {
        if (checker instanceof CheckerConfig.Http http) {
            return http.encryption() == null ? "HTTP_GET" : "SSL_GET";
        }
        return checker.getClass().getSimpleName().toUpperCase(Locale.ROOT) + "_CHECK";
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }

    private static String seconds(Duration time) {
        double seconds = time.toNanos() / NANOS_IN_SECOND;
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
