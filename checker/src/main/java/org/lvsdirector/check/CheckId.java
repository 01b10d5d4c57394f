package org.lvsdirector.check;

/**
 * What identifies a check for as long as it is configured; results, counters and health hang on it across a reload.
 *
 * @param service name of the virtual service as logs write it, such as {@code [192.168.1.11]:tcp:22} or {@code FWM 300}
 * @param server name of the real server within it, such as {@code [10.20.40.11]:tcp:22}; the log names a check by it,
 *     whatever address and port the probe asks
 * @param position place among the checks of that real server, from 0
 */
public record CheckId(String service, String server, int position) {

    @Override
    public String toString() {
        return service + " " + server + " #" + position;
    }
}
