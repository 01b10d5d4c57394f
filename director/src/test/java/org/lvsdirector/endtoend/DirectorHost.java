package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** A machine with a director: its configuration is {@code /run/director.conf}, its instance the default one. */
final class DirectorHost {
    static final Duration SOON = RunningDirector.PATIENCE;
    /** Where a director writes the number of its vrrp process. */
    static final String VRRP_PID = "/run/lvs-director/director.vrrp.pid";

    final Host host;

    DirectorHost(Host host, String... configuration) {
        this.host = host;
        configure(configuration);
    }

    void configure(String... lines) {
        host.write("/run/director.conf", String.join("\n", lines) + "\n");
    }

    /** Makes {@code /run/notify.sh}, which notes its arguments. */
    void writeNotifyScript() {
        host.write("/run/notify.sh", "#!/bin/sh\necho \"$@\" >>/run/notes\n");
        host.exec("chmod", "755", "/run/notify.sh");
    }

    /** What the script was called with, one call a line. */
    List<String> notes() {
        return host.read("/run/notes").lines().toList();
    }

    /** Starts a director in the foreground, with its log captured. */
    Running start(String... switches) {
        List<String> words =
                new ArrayList<>(List.of(Checkout.director(), "-n", "-l", "-D", "-f", "/run/director.conf"));
        words.addAll(List.of(switches));
        return host.start(words.toArray(String[]::new));
    }

    /** Runs a command of the director to its end. */
    Result run(String... words) {
        List<String> all = new ArrayList<>(List.of(Checkout.director()));
        all.addAll(List.of(words));
        return host.run(all.toArray(String[]::new));
    }

    /** The same as another user, without any capability. */
    Result runAs(String user, String... words) {
        List<String> all = new ArrayList<>(List.of(
                "setpriv",
                "--reuid",
                user,
                "--regid",
                "nogroup",
                "--clear-groups",
                "--inh-caps=-all",
                Checkout.director()));
        all.addAll(List.of(words));
        return host.run(all.toArray(String[]::new));
    }

    /** What {@code director status} prints. */
    String status() {
        return run("status").orFail().output();
    }

    void awaitStatus(String fragment) {
        Await.value(
                "status with '" + fragment + "'", SOON, () -> run("status").output(), text -> text.contains(fragment));
    }

    void awaitAddress(String address) {
        Await.until(address + " on " + host, SOON, () -> host.hasAddress(address));
    }

    void awaitNoAddress(String address) {
        Await.until("no " + address + " on " + host, SOON, () -> !host.hasAddress(address));
    }

    /** Sends a signal to the process that a pid file names. */
    void signal(String signal, String pidFile) {
        host.exec("kill", "-" + signal, host.read(pidFile).strip());
    }

    /** The names of the files that the instance has made, but for the history of its configurations, which outlives it. */
    List<String> files() {
        try (var files = Files.list(host.file("/run/lvs-director"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".history"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
