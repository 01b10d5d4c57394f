package org.lvsdirector.config.read;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.GroupMarksConfig;
import org.lvsdirector.config.syntax.Problems;

/** {@code nftables_ipvs} and its kin. */
final class GroupMarksReader {
    private static final String WORD = "nftables_ipvs";
    private static final String PRIORITY = "nftables_ipvs_priority";
    private static final String FIRST_MARK = "nftables_ipvs_start_fwmark";

    /** Where the word stands alone. */
    private static final String KEEPALIVEDS_TABLE = "keepalived_ipvs";

    /** {@code NFT_TABLE_MAXNAMELEN} of keepalived's day, less the final NUL. */
    private static final int LONGEST_TABLE = 31;

    private final Problems problems;

    GroupMarksReader(Problems problems) {
        this.problems = problems;
    }

    /** Null without the word. */
    @Nullable
    GroupMarksConfig read(Block block) {
        Entry word = block.last(WORD);
        if (word == null) {
            return null;
        }
        String given = word.argument(0);
        String table = given == null ? KEEPALIVEDS_TABLE : given;
        if (table.length() > LONGEST_TABLE || !table.matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
            problems.error(
                    word.placeOf(0),
                    "'" + table + "' cannot be the name of a table of nftables",
                    "begin with a letter, and take letters, digits, '_', '-' and '.', at most " + LONGEST_TABLE);
        } else if (table.equals(FirewallReader.table(block))) {
            problems.error(
                    word.place(),
                    "the tables of nftables and nftables_ipvs have the same name",
                    "give one of them another name");
        }
        return new GroupMarksConfig(table, (int) block.number(PRIORITY), block.number(FIRST_MARK));
    }
}
