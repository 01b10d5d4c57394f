package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.MailConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.control.checkers.SharedCheck;
import org.lvsdirector.control.mail.AlertBook;
import org.lvsdirector.control.mail.AlertBook.Pool;
import org.lvsdirector.control.mail.AlertBook.Router;
import org.lvsdirector.control.mail.AlertBook.Server;
import org.lvsdirector.control.mail.AlertBook.Words;
import org.lvsdirector.control.mail.MailSettings;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;

/** Of what a configuration wants mail, and to whom. */
final class AlertMapping {
    private AlertMapping() {}

    /** @param host name of this machine, for what the configuration does not name */
    static AlertBook of(Configuration configuration, @Nullable CheckersSettings checkers, String host) {
        MailConfig mail = configuration.globals().mail();
        String server = mail.server();
        if (server == null || mail.recipients().isEmpty()) {
            return AlertBook.NONE;
        }
        String routerId = configuration.globals().routerId();
        MailSettings settings = new MailSettings(
                server,
                mail.port(),
                mail.connectTimeout(),
                mail.helo() == null ? host : mail.helo(),
                mail.from() == null ? "keepalived@" + host : mail.from(),
                mail.recipients(),
                mail.security(),
                routerId == null ? host : routerId);
        return new AlertBook(
                settings,
                mail.faults(),
                mail.everyCheck(),
                routers(configuration),
                pools(configuration),
                shared(checkers));
    }

    private static Set<Router> routers(Configuration configuration) {
        Set<Router> routers = new HashSet<>();
        configuration.instances().stream()
                .filter(instance -> instance.notifications().events().mail())
                .forEach(instance -> routers.add(new Router(Subject.INSTANCE, instance.name())));
        configuration.syncGroups().stream()
                .filter(group -> group.notifications().events().mail())
                .forEach(group -> routers.add(new Router(Subject.GROUP, group.name())));
        return routers;
    }

    private static Map<String, Pool> pools(Configuration configuration) {
        Map<String, Pool> pools = new HashMap<>();
        for (VirtualServerConfig service : configuration.virtualServers()) {
            Map<String, Server> servers = new HashMap<>();
            for (RealServerConfig real : service.realServers()) {
                servers.put(
                        CheckersMapping.nameOf(service, real),
                        new Server(
                                real.mail(),
                                real.weight(),
                                real.alpha(),
                                real.checkers().stream()
                                        .map(AlertMapping::words)
                                        .toList()));
            }
            pools.put(
                    CheckersMapping.nameOf(service),
                    new Pool(
                            service.quorum().mail(),
                            service.quorum().quorum(),
                            service.quorum().hysteresis(),
                            servers));
        }
        return pools;
    }

    private static Map<CheckId, List<CheckId>> shared(@Nullable CheckersSettings checkers) {
        Map<CheckId, List<CheckId>> shared = new HashMap<>();
        List<SharedCheck> all = checkers == null ? List.of() : checkers.work().shared();
        all.forEach(one ->
                shared.computeIfAbsent(one.made(), first -> new ArrayList<>()).add(one.own()));
        return shared;
    }

    /** As keepalived words the body of a mail, kind by kind. */
    private static Words words(CheckerConfig checker) {
        if (checker instanceof CheckerConfig.Http) {
            return new Words("=> CHECK succeed on service <=", "=> CHECK failed on service : HTTP request failed <=");
        } else if (checker instanceof CheckerConfig.Smtp) {
            return new Words("=> CHECK succeed on service <=", "=> CHECK failed on service : SMTP dialogue failed <=");
        } else if (checker instanceof CheckerConfig.Dns) {
            return new Words("=> DNS_CHECK: succeed on service <=", "=> DNS_CHECK: failed on service <=");
        }
        String kind = kind(checker);
        return new Words("=> " + kind + " CHECK succeed on service <=", "=> " + kind + " CHECK failed on service <=");
    }

    private static String kind(CheckerConfig checker) {
        if (checker instanceof CheckerConfig.Misc) {
            return "MISC";
        } else if (checker instanceof CheckerConfig.Udp) {
            return "UDP";
        } else if (checker instanceof CheckerConfig.Ping) {
            return "ICMP";
        } else if (checker instanceof CheckerConfig.File) {
            return "FILE";
        }
        return checker instanceof CheckerConfig.Bfd ? "BFD" : "TCP";
    }
}
