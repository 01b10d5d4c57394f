package org.lvsdirector.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.lvsdirector.config.keyword.Departures;
import org.lvsdirector.config.keyword.Explanation;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.keyword.Meanings;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.control.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code director explain}: what a word of the configuration means, wherever it may stand. */
@Command(name = "explain", description = "Tell what a word of the configuration means.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "KEYWORD",
            description = "Words of keepalived.conf.",
            completionCandidates = AllKeywords.class)
    List<String> words = List.of();

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    @Override
    public Integer call() throws CommandFailed {
        KeywordTable table = KeywordTable.load();
        Explanation explanation = new Explanation(table, Meanings.load(), Departures.load());
        for (String word : words) {
            List<String> paragraphs = explanation.of(word);
            if (paragraphs.isEmpty()) {
                throw new CommandFailed(ExitCode.USAGE, unknown(word, table));
            }
            paragraphs.forEach(spec.commandLine().getOut()::print);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private static String unknown(String word, KeywordTable table) {
        String nearest = Nearest.to(word, AllKeywords.of(table));
        return "no keyword is called '" + word + "'" + (nearest == null ? "" : "; did you mean '" + nearest + "'?");
    }

    /** What a shell may complete a keyword to: picocli asks only when it writes a completion. */
    static final class AllKeywords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return of(KeywordTable.load()).iterator();
        }

        static List<String> of(KeywordTable table) {
            return table.rows().stream()
                    .filter(Keyword::isWord)
                    .map(Keyword::word)
                    .distinct()
                    .toList();
        }
    }
}
