package org.lvsdirector.control.status;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.status.DirectorStatus.ConfigurationStatus;
import org.lvsdirector.control.status.DirectorStatus.MailStatus;
import org.lvsdirector.control.status.DirectorStatus.ProcessStatus;

/** {@code director status} for people, within 100 columns. */
public final class StatusText {
    private final StringBuilder out = new StringBuilder();

    private StatusText() {}

    /** The whole status as lines. */
    public static String of(DirectorStatus status) {
        StatusText text = new StatusText();
        text.director(status);
        text.mail(status.mail());
        text.firewall(status.firewallRemark());
        text.vrrp(status.vrrp(), status.vrrpRemark());
        text.checkers(status.checkers(), status.checkersRemark());
        return text.out.toString();
    }

    private void director(DirectorStatus status) {
        line(String.format("director %s  %s", status.version(), status.pidFile()));
        for (ProcessStatus process : status.processes()) {
            line(String.format(
                    "  %-9s %-10s %s%s%s",
                    process.role(),
                    process.state(),
                    process.pid() == 0 ? "" : "pid " + process.pid(),
                    process.since() == null ? "" : "  since " + toSecond(process.since()),
                    process.restarts() == 0 ? "" : "  restarted " + process.restarts() + " times"));
        }
        ConfigurationStatus configuration = status.configuration();
        line(String.format(
                "  configuration %d  since %s  %s",
                configuration.generation(), toSecond(configuration.since()), configuration.file()));
        if (configuration.lastReload() != null && configuration.lastReloadAt() != null) {
            String[] words = configuration.lastReload().split("\n", -1);
            line(String.format("  last reload  %s  %s", toSecond(configuration.lastReloadAt()), words[0]));
            for (int i = 1; i < words.length; i++) {
                line(String.format("    %s", words[i]));
            }
        }
    }

    private void mail(@Nullable MailStatus mail) {
        if (mail != null) {
            line(String.format(
                    "  mail  %d sent, %d refused, %d lost, %d waiting%s",
                    mail.sent(),
                    mail.failed(),
                    mail.lost(),
                    mail.waiting(),
                    mail.lastFailure() == null ? "" : "  ! " + mail.lastFailure()));
        }
    }

    private void firewall(@Nullable String remark) {
        if (remark != null) {
            line(String.format("  ! %s", remark));
        }
    }

    private void vrrp(@Nullable VrrpStatus vrrp, @Nullable String remark) {
        line("");
        if (vrrp == null) {
            line(String.format("VRRP: %s", remark));
            return;
        }
        line("VRRP");
        vrrp.instances().forEach(this::instance);
        lateness(vrrp.lateness());
        for (VrrpStatus.Group group : vrrp.groups()) {
            line(String.format("  group %s  %s  %s", group.name(), group.state(), String.join(", ", group.members())));
        }
        for (VrrpStatus.Script script : vrrp.scripts()) {
            String outcome = script.lastOutcome() == null ? "no result yet" : script.lastOutcome();
            line(String.format(
                    "  script %s  %s  %s%s",
                    script.name(), script.standing(), outcome, script.running() ? ", running" : ""));
        }
        for (VrrpStatus.Reading reading : vrrp.readings()) {
            line(String.format("  %s %s  %s", reading.kind(), reading.name(), reading.value()));
        }
    }

    private void trust(VrrpStatus.Trust trust) {
        trust.otherHolders().forEach(claim -> line(String.format("    ! another host has %s", claim)));
        if (trust.signing() != null) {
            line(String.format("    signed: %s", trust.signing()));
        }
        trust.remarked().forEach((kind, count) -> line(String.format("    heeded %d packets with: %s", count, kind)));
    }

    private void lateness(VrrpStatus.Lateness late) {
        if (late.timers() > 0) {
            line(String.format(
                    "  %d timers, late by less than %d us (half), %d us (99 %%), %d us (99.9 %%), %d us at worst",
                    late.timers(), late.median(), late.p99(), late.p999(), late.worst()));
        }
    }

    private void instance(VrrpStatus.Instance instance) {
        String priority = instance.priority() == instance.basePriority()
                ? "priority " + instance.priority()
                : "priority " + instance.priority() + " (configured " + instance.basePriority() + ")";
        line(String.format(
                "  %s  %s since %s  %s vrid %d  %s",
                instance.name(),
                instance.state(),
                toSecond(instance.since()),
                instance.interfaceName(),
                instance.virtualRouterId(),
                priority));
        instance.faults().forEach(fault -> line(String.format("    fault: %s", fault)));
        for (VrrpStatus.Address address : instance.addresses()) {
            line(String.format(
                    "    %-26s on %-15s %s", address.address(), address.interfaceName(), presence(instance, address)));
        }
        String master = instance.master() == null ? "" : "  master " + instance.master();
        line(String.format(
                "    adverts sent %d, received %d%s", instance.advertsSent(), instance.advertsReceived(), master));
        if (instance.secondMaster() != null) {
            line(String.format(
                    "    ! two masters: %s advertises as well, and does not hear or heed this one",
                    instance.secondMaster()));
        }
        if (instance.lateAdverts() > 0) {
            line(String.format("    %d adverts left more than half an interval late", instance.lateAdverts()));
        }
        instance.rejected()
                .forEach((reason, count) -> line(String.format("    rejected %d packets: %s", count, reason)));
        trust(instance.trust());
    }

    private static String presence(VrrpStatus.Instance instance, VrrpStatus.Address address) {
        boolean expected = instance.state().equals("MASTER");
        if (address.present()) {
            return expected ? "here" : "here, although not MASTER";
        }
        return expected ? "NOT HERE, although MASTER" : "not here";
    }

    private void checkers(@Nullable CheckersStatus checkers, @Nullable String remark) {
        line("");
        if (checkers == null) {
            line(String.format("SERVICES: %s", remark));
            return;
        }
        line("SERVICES");
        checkers.services().forEach(this::service);
        checkers.remarks().forEach(found -> line(String.format("  ! %s", found)));
    }

    private void service(CheckersStatus.Service service) {
        line(String.format(
                "  %s  %s%s  quorum %s%s  %d connections",
                service.name(),
                service.scheduler(),
                service.persistenceSeconds() == 0 ? "" : "  persistent " + service.persistenceSeconds() + " s",
                service.quorumUp() ? "up" : "LOST",
                service.sorryActive() ? ", sorry server at work" : "",
                service.connections()));
        service.missing().forEach(missing -> line(String.format("    ! not in the kernel: %s", missing)));
        if (service.names().size() > 1) {
            service.names().forEach(name -> line(String.format("    = %s", name)));
        }
        service.servers().forEach(this::server);
    }

    private void server(CheckersStatus.Server server) {
        Integer weight = server.kernelWeight();
        line(String.format(
                "    %-28s %-6s %-5s %-12s active %d inactive %d%s",
                server.name(),
                server.method(),
                server.sorry() ? "sorry" : server.alive() ? "up" : "DOWN",
                server.remark() != null ? "" : weight == null ? "not in table" : "weight " + weight,
                server.activeConnections(),
                server.inactiveConnections(),
                server.remark() == null ? "" : "  " + server.remark()));
        server.checks().forEach(this::check);
    }

    private void check(CheckersStatus.Check check) {
        String result = check.lastResult() == null || check.lastResultAt() == null
                ? "not tried yet"
                : check.lastResult() + " at " + toSecond(check.lastResultAt());
        line(String.format("      %s %s  %s  %s", check.kind(), check.target(), check.up() ? "up" : "DOWN", result));
    }

    /** ISO 8601 without the fraction. */
    private static String toSecond(String instant) {
        return instant.replaceFirst("\\.\\d+Z$", "Z");
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
