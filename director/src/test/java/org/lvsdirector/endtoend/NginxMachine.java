package org.lvsdirector.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;

/**
 * A web server of {@code docs/examples/nginx-vip}: its files at {@code /etc/keepalived}, an nginx that tells the machine's name, and a
 * {@code systemctl} that knows the two units that the scripts name.
 */
final class NginxMachine {
    private static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";
    private static final String SYSTEMCTL = "/run/bin/systemctl";

    private final Host host;
    private @Nullable RunningDirector director;

    /** @param configuration the example's file for this machine */
    NginxMachine(Host host, String configuration) {
        this.host = host;
        host.privateFolder("/etc/keepalived").privateFolder("/var/log");
        for (String script : List.of("chk_nginx.sh", "notify.sh")) {
            host.exec("install", "-m", "755", Checkout.example("nginx-vip/" + script), "/etc/keepalived/" + script);
        }
        host.exec("install", "-m", "644", Checkout.example("nginx-vip/" + configuration), CONFIGURATION);
        Nginx.configure(host, 80);
        host.write(SYSTEMCTL, """
                #!/bin/bash
                case "$*" in
                    'restart nginx') exec nginx -e /run/nginx.log -c %s &>/run/nginx.start ;;
                    'stop keepalived') exec '%s' stop ;;
                    *) exit 5 ;;
                esac
                """.formatted(Nginx.CONFIGURATION, Checkout.director()));
        host.exec("chmod", "755", SYSTEMCTL);
    }

    Host host() {
        return host;
    }

    /** The director that was started last. */
    RunningDirector director() {
        return Objects.requireNonNull(director, "startDirector comes first");
    }

    /** Changes the configuration's file. */
    void configure(UnaryOperator<String> change) {
        host.write(CONFIGURATION, change.apply(host.read(CONFIGURATION)));
    }

    /** Starts the director, whose scripts find the machine's own {@code systemctl}. */
    void startDirector() {
        Map<String, String> path = Map.of("PATH", "/run/bin:" + System.getenv("PATH"));
        director = RunningDirector.start(host, path, CONFIGURATION);
    }

    /** Runs the {@code systemctl} that the scripts run. */
    void systemctl(String verb, String unit) {
        host.exec(SYSTEMCTL, verb, unit);
    }

    /** Ends nginx as a crash would. */
    void killNginx() {
        List<String> processes = host.exec("pgrep", "nginx").lines().toList();
        processes.forEach(process -> host.run("kill", "-KILL", process));
        Await.until("the end of nginx", RunningDirector.PATIENCE, () -> processes.stream()
                .noneMatch(process -> alive(process)));
    }

    private boolean alive(String process) {
        try {
            return Files.readString(host.file("/proc/" + process + "/comm")).startsWith("nginx");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ends nginx, and it does not start again. */
    void breakNginx() {
        host.write(Nginx.CONFIGURATION, "this is no configuration of nginx\n");
        killNginx();
    }
}
