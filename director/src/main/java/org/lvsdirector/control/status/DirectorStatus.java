package org.lvsdirector.control.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole truth about a running director. Times are ISO 8601 in UTC.
 *
 * @param processes the parent first
 * @param vrrp what the vrrp process says, or null; then {@code vrrpRemark} says why
 * @param checkers what the checkers process says, or null; then {@code checkersRemark} says why
 * @param mail how the mail goes, or null where none is wanted
 * @param firewallRemark why iptables does not drop what it should, or null
 */
public record DirectorStatus(
        String version,
        String pidFile,
        ConfigurationStatus configuration,
        List<ProcessStatus> processes,
        @Nullable VrrpStatus vrrp,
        @Nullable String vrrpRemark,
        @Nullable CheckersStatus checkers,
        @Nullable String checkersRemark,
        @Nullable MailStatus mail,
        @Nullable String firewallRemark) {

    /**
     * How the mail goes.
     *
     * @param failed not taken by the server
     * @param lost for want of room in the queue
     * @param lastFailure why the last one failed, or null
     */
    public record MailStatus(
            long sent,
            long failed,
            long lost,
            int waiting,
            @Nullable String lastFailure) {}

    /**
     * The configuration in force.
     *
     * @param generation its number since the director started; refused ones count too
     * @param lastReload outcome of the last reload in words, or null if there was none
     */
    public record ConfigurationStatus(
            String file,
            long generation,
            String since,
            @Nullable String lastReload,
            @Nullable String lastReloadAt) {}

    /**
     * One of the director's processes.
     *
     * @param role {@code director}, {@code vrrp} or {@code checkers}
     * @param state such as {@code running} or {@code not needed}
     * @param pid 0 while it does not run
     * @param since when it was started, or null
     * @param restarts how often it was started again after it died
     */
    public record ProcessStatus(
            String role, String state, long pid, @Nullable String since, int restarts) {}
}
