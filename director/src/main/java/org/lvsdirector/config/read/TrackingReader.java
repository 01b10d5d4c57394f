package org.lvsdirector.config.read;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.lvsdirector.config.InterfaceDelay;
import org.lvsdirector.config.TrackFileConfig;
import org.lvsdirector.config.TrackProcessConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;

/** What there is to be tracked: {@code track_file}, {@code vrrp_track_process}, {@code bfd_instance} and
 * {@code interface_up_down_delays}. */
final class TrackingReader {
    private static final Duration MOST_DELAY = Duration.ofSeconds(255);

    private final Blocks blocks;
    private final Problems problems;

    TrackingReader(Blocks blocks, Problems problems) {
        this.blocks = blocks;
        this.problems = problems;
    }

    TrackingConfig read(Block root) {
        return new TrackingConfig(
                files(root), processes(root), delays(root), new BfdReader(blocks, problems).read(root));
    }

    private List<TrackFileConfig> files(Block root) {
        TrackFileReader reader = new TrackFileReader(problems);
        Names names = new Names("track_file", problems);
        List<TrackFileConfig> files = new ArrayList<>();
        for (Entry opener : root.all("track_file")) {
            files.add(reader.read(names.of(opener), blocks.of(opener)));
        }
        return files;
    }

    private List<TrackProcessConfig> processes(Block root) {
        TrackProcessReader reader = new TrackProcessReader(problems);
        Names names = new Names("vrrp_track_process", problems);
        List<TrackProcessConfig> processes = new ArrayList<>();
        for (Entry opener : root.all("vrrp_track_process")) {
            processes.add(reader.read(names.of(opener), blocks.of(opener)));
        }
        return processes;
    }

    /** Lines {@code IF DOWN [UP]}, in seconds. */
    private List<InterfaceDelay> delays(Block root) {
        List<InterfaceDelay> delays = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry opener : root.all("interface_up_down_delays")) {
            for (Directive line : opener.directive().children()) {
                if (!seen.add(line.word())) {
                    problems.error(line.place(), "'" + line.word() + "' has delays already", "keep one of the lines");
                } else if (line.argumentCount() == 0) {
                    problems.error(line.place(), "'" + line.word() + "' has no delay", "write: IF DOWN [UP]");
                } else {
                    Duration up = line.argumentCount() > 1 ? delay(line, 1) : Duration.ZERO;
                    delays.add(new InterfaceDelay(line.word(), delay(line, 0), up));
                }
            }
        }
        return delays;
    }

    private Duration delay(Directive line, int index) {
        String text = String.valueOf(line.argument(index));
        OptionalLong micros = Values.micros(text);
        Duration delay = Duration.of(micros.orElse(-1), ChronoUnit.MICROS);
        if (delay.isNegative() || delay.compareTo(MOST_DELAY) > 0) {
            problems.error(
                    line.placeOf(index),
                    "'" + text + "' is no delay",
                    "write a decimal number of seconds from 0 to 255");
            return Duration.ZERO;
        }
        return delay;
    }
}
