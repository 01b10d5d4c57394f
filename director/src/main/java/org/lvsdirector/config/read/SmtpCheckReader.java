package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.syntax.Problems;

/** {@code SMTP_CHECK} blocks. Each {@code host} in one is a check more, of another address or port, as in keepalived. */
final class SmtpCheckReader {
    private final Blocks blocks;
    private final CheckOptionsReader options;
    private final Problems problems;

    SmtpCheckReader(Blocks blocks, CheckOptionsReader options, Problems problems) {
        this.blocks = blocks;
        this.options = options;
        this.problems = problems;
    }

    List<CheckerConfig> read(Block block, CheckerReader.Subject subject) {
        String given = block.text("helo_name");
        String name = given == null ? block.defaultOf("helo_name") : given;
        CheckOptions own = options.read(block, subject, CheckOptionsReader.USUAL);
        List<CheckerConfig> checks = new ArrayList<>();
        checks.add(new CheckerConfig.Smtp(own, name, block.place()));
        for (Entry opener : block.all("host")) {
            problems.warning(
                    opener.place(),
                    "'host' is deprecated: it makes another check beside that of its SMTP_CHECK",
                    "write an SMTP_CHECK of its own");
            CheckerReader.Subject host = new CheckerReader.Subject(
                    own.connectAddress(),
                    own.connectPort(),
                    subject.times().within(block),
                    own.alpha(),
                    subject.virtualHost());
            Block inner = blocks.of(opener);
            checks.add(
                    new CheckerConfig.Smtp(options.read(inner, host, CheckOptionsReader.USUAL), name, inner.place()));
        }
        return checks;
    }
}
