package org.lvsdirector.config.read;

import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.LvsGlobalConfig;
import org.lvsdirector.config.StaticConfig;
import org.lvsdirector.config.SyncGroupConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.effective.ConfigurationText;
import org.lvsdirector.config.effective.EffectiveConfiguration;
import org.lvsdirector.config.effective.EffectiveLine;
import org.lvsdirector.config.effective.EffectiveText;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.FileSourceLoader;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.ReadingContext;
import org.lvsdirector.config.syntax.SourceLoader;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.config.syntax.TreeReader;

/**
 * Reads a {@code keepalived.conf} with all that it includes: text to tree to records. It never throws for what a file holds; every problem
 * is collected, and a configuration with an error is refused as a whole. A reader may be used again and keeps nothing between files.
 */
public final class ConfigurationReader {
    private final SourceLoader loader;
    private final ReadingContext context;
    private final KeywordTable table;

    /** A reader of configurations that depend on no machine. */
    public ConfigurationReader(SourceLoader loader) {
        this(loader, ReadingContext.of(""));
    }

    /** A reader that takes its files from a loader. */
    public ConfigurationReader(SourceLoader loader, ReadingContext context) {
        this.loader = loader;
        this.context = context;
        this.table = KeywordTable.load();
    }

    /** A reader of the file system, for configurations that depend on no machine. */
    public static ConfigurationReader ofFiles() {
        return ofFiles(ReadingContext.of(""));
    }

    /** A reader of the file system. */
    public static ConfigurationReader ofFiles(ReadingContext context) {
        return new ConfigurationReader(new FileSourceLoader(), context);
    }

    /**
     * Reads a configuration.
     *
     * @param file named in places as given here
     */
    public ConfigurationResult read(Path file) {
        return readWithText(file).result();
    }

    /**
     * A configuration and its text in one file.
     *
     * @param text with includes, variables and conditions carried out, and no default added
     */
    public record WithText(ConfigurationResult result, ConfigurationText text) {}

    /** Reads a configuration so that its text can be kept, whatever becomes of the files. */
    public WithText readWithText(Path file) {
        Problems problems = new Problems();
        List<Directive> tree = new TreeReader(loader, table, context, problems).read(file);
        if (tree == null) {
            return new WithText(new ConfigurationResult(null, problems.inOrder(), true), sink -> {});
        }
        Configuration configuration = configuration(SourcePlace.startOf(file.toString()), tree, problems);
        return new WithText(
                new ConfigurationResult(problems.hasErrors() ? null : configuration, problems.inOrder(), false),
                sink -> EffectiveConfiguration.asWritten(table)
                        .forEachLine(tree, line -> EffectiveText.write(line, sink)));
    }

    /** What a file that was accepted comes to, with every default; empty if it cannot be read any more. */
    public List<EffectiveLine> effective(Path file) {
        List<Directive> tree = new TreeReader(loader, table, context, new Problems()).read(file);
        return tree == null ? List.of() : EffectiveConfiguration.filledIn(table).of(tree);
    }

    private Configuration configuration(SourcePlace start, List<Directive> tree, Problems problems) {
        Blocks blocks = new Blocks(table, problems);
        CommandReader commands = new CommandReader(problems);
        Block root = blocks.root(start, tree);
        GlobalsReader.Globals globals = new GlobalsReader(table, blocks, commands, problems).read(root);

        VrrpScriptReader.Scripts scripts = new VrrpScriptReader(blocks, commands, problems).read(root);
        TrackingConfig tracking = new TrackingReader(blocks, problems).read(root);
        TrackerReader trackers = new TrackerReader(table, scripts, tracking, problems);
        NotifyReader notifications = new NotifyReader(
                commands, globals.notifyPriorities(), globals.alerts().vrrp());
        RoutingReader routing = new RoutingReader(loader, globals.routingNames(), problems);
        StaticConfig entries = new StaticReader(routing, problems).read(root, globals.defaultInterface());
        TrustReader trust = new TrustReader(blocks, loader, problems);
        InstanceReader.Instances instances = new InstanceReader(
                        blocks, globals.instances(), trackers, notifications, routing, trust, problems)
                .read(root);
        StaticConfig statics = new TrackGroupReader(blocks, instances.named(), problems).read(root, entries);
        List<SyncGroupConfig> groups =
                new SyncGroupReader(blocks, trackers, notifications, instances.named(), problems).read(root);
        new InstanceChecks(problems).check(instances.usable(), groups);
        SyncDaemonReader.check(globals.config().lvs().syncDaemon(), instances.usable(), problems);

        ServiceTargetReader targets = new ServiceTargetReader(problems);
        var serviceGroups = new ServiceGroupReader(targets, problems).read(root);
        CheckGlobals checks = new CheckGlobals(
                globals.logAllFailures(), new TlsReader(blocks, problems).read(root), globals.alerts());
        List<VirtualServerConfig> written = new VirtualServerReader(
                        blocks, commands, targets, serviceGroups, tracking, checks, problems)
                .read(root);
        ServiceChecks services = new ServiceChecks(problems);
        services.check(written);
        List<VirtualServerConfig> usable = written.stream()
                .filter(server -> !server.realServers().isEmpty())
                .toList();
        LoopChecks loops = new LoopChecks(problems);
        loops.directors(usable, instances.usable());
        loops.inhibition(usable, globals.config().lvs());
        services.checkHeld(usable, instances.usable());
        usable.forEach(new ServiceWarnings(instances.usable(), problems)::check);
        // Marks come last: what is said above is about addresses as they are written.
        LvsGlobalConfig lvs = globals.config().lvs();
        List<VirtualServerConfig> virtualServers = lvs.groupMarks() == null
                ? usable
                : GroupMarks.give(usable, serviceGroups.values(), lvs.groupMarks(), lvs.probeMarks(), problems);
        new VipChecks(problems).check(virtualServers, lvs.probeMarks());

        return new Configuration(
                globals.config(),
                List.copyOf(scripts.usable().values()),
                groups,
                instances.usable(),
                statics,
                new GarpGroupReader(blocks, problems).read(root),
                virtualServers,
                tracking);
    }
}
