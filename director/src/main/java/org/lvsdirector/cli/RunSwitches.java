package org.lvsdirector.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.effective.KeepalivedDump;
import org.lvsdirector.config.syntax.ReadingContext;
import org.lvsdirector.control.files.InstanceFiles;
import org.lvsdirector.control.logging.LogOptions;
import org.lvsdirector.control.parent.ConfigurationSource;
import org.lvsdirector.control.parent.RunOptions;
import org.lvsdirector.control.supervise.ChildRole;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** keepalived's switches, with keepalived's names. */
final class RunSwitches {
    @Option(
            names = {"-f", "--use-file"},
            paramLabel = "FILE",
            description = "Configuration (default: ${DEFAULT-VALUE}).")
    Path file = Path.of("/etc/keepalived/keepalived.conf");

    @Mixin
    final ConfigIdSwitch configId = new ConfigIdSwitch();

    @Option(
            names = {"-P", "--vrrp"},
            description = "Run VRRP alone.")
    boolean vrrpOnly;

    @Option(
            names = {"-C", "--check"},
            description = "Run health checks and IPVS alone.")
    boolean checkersOnly;

    @Option(
            names = {"-l", "--log-console"},
            description = "Log to the terminal in place of syslog.")
    boolean logConsole;

    @Option(
            names = {"-D", "--log-detail"},
            description = "Log more; twice is allowed.")
    boolean[] logDetail = {};

    @Option(
            names = {"-d", "--dump-conf"},
            description = "Log the configuration, as keepalived lays it out.")
    boolean dump;

    @Option(
            names = {"-S", "--log-facility"},
            paramLabel = "FACILITY",
            converter = Facility.class,
            description = "Syslog facility: 0 to 7, local0 to local7, user or daemon.")
    int facility = LogOptions.DAEMON;

    @Option(
            names = {"-p", "--pid"},
            paramLabel = "FILE",
            description = "Pid file, which names the instance: socket and ledgers stand beside it.")
    Path pidFile = InstanceFiles.DEFAULT_PID_FILE;

    @Option(
            names = {"-r", "--vrrp_pid"},
            paramLabel = "FILE",
            description = "Pid file of the vrrp process.")
    @Nullable
    Path vrrpPidFile;

    @Option(
            names = {"-c", "--checkers_pid"},
            paramLabel = "FILE",
            description = "Pid file of the checkers process.")
    @Nullable
    Path checkersPidFile;

    @Option(
            names = {"-V", "--dont-release-vrrp"},
            description = "Leave the virtual addresses when stopped.")
    boolean keepAddresses;

    @Option(
            names = {"-I", "--dont-release-ipvs"},
            description = "Leave the virtual services when stopped.")
    boolean keepServices;

    @Option(
            names = {"-R", "--dont-respawn"},
            description = "Stop when a process dies, in place of starting it again.")
    boolean noRespawn;

    /**
     * As the parent process wants it.
     *
     * @param console log to the terminal whatever the switches say
     */
    RunOptions toOptions(boolean console, boolean background) {
        return new RunOptions(
                file.toAbsolutePath(),
                new InstanceFiles(pidFile),
                selected(),
                absolute(vrrpPidFile),
                absolute(checkersPidFile),
                keepAddresses,
                keepServices,
                !noRespawn,
                new LogOptions(logConsole || console, logDetail.length > 0, facility),
                background);
    }

    /** Reads configurations for as long as the process runs. */
    ConfigurationSource source() {
        ReadingContext context = configId.context();
        return path -> {
            ConfigurationSource.Reading read = ConfigurationFiles.readWithText(path, context);
            Configuration configuration = read.result().configuration();
            return dump && configuration != null ? read.logging(KeepalivedDump.of(configuration)) : read;
        };
    }

    private Set<ChildRole> selected() {
        // As with keepalived, each switch asks for its part, and none or both for all.
        if (vrrpOnly == checkersOnly) {
            return EnumSet.allOf(ChildRole.class);
        }
        return EnumSet.of(vrrpOnly ? ChildRole.VRRP : ChildRole.CHECKERS);
    }

    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath();
    }

    /** keepalived's words for syslog facilities. */
    static final class Facility implements ITypeConverter<Integer> {
        private static final Map<String, Integer> WORDS = Map.of("user", 1, "daemon", LogOptions.DAEMON);

        @Override
        public Integer convert(String value) {
            String word = value.toLowerCase(Locale.ROOT);
            String local = word.startsWith("local") ? word.substring("local".length()) : word;
            if (local.length() == 1 && local.charAt(0) >= '0' && local.charAt(0) <= '7') {
                return LogOptions.LOCAL0 + (local.charAt(0) - '0');
            }
            Integer number = WORDS.get(word);
            if (number == null) {
                throw new TypeConversionException("'" + value + "' is no syslog facility");
            }
            return number;
        }
    }
}
