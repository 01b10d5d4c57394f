package org.lvsdirector.config.read;

import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.syntax.Problems;

/** {@code DNS_CHECK} blocks. */
final class DnsCheckReader {
    private static final CheckOptionsReader.Defaults DEFAULTS = new CheckOptionsReader.Defaults(3, null);
    private static final int LONGEST_NAME = 253;

    private final CheckOptionsReader options;
    private final Problems problems;

    DnsCheckReader(CheckOptionsReader options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    CheckerConfig read(Block block, CheckerReader.Subject subject) {
        String type = block.choice("type");
        String name = block.text("name");
        if (name != null && !isName(name)) {
            problems.error(
                    block.placeOf("name"),
                    "'" + name + "' is no domain name",
                    "write labels of at most 63 ASCII characters with dots between them, or . for the root");
        }
        return new CheckerConfig.Dns(
                options.read(block, subject, DEFAULTS),
                DnsProbe.Type.valueOf(type == null ? block.defaultOf("type") : type),
                name == null ? block.defaultOf("name") : name,
                block.place());
    }

    private static boolean isName(String name) {
        return name.equals(".")
                || (name.length() <= LONGEST_NAME && name.matches("[!-~&&[^.]]{1,63}([.][!-~&&[^.]]{1,63})*[.]?"));
    }
}
