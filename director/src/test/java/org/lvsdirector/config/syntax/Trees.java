package org.lvsdirector.config.syntax;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads trees for tests and writes them as text that is easy to compare. */
final class Trees {
    static final String FILE = "/etc/director.conf";

    private static final Vocabulary VOCABULARY = new Vocabulary() {
        @Override
        public boolean isInclude(String word) {
            return Set.of("include", "includer", "includem", "includew", "includeb", "includea")
                    .contains(word);
        }

        @Override
        public boolean opensOutermost(String word) {
            return word.equals("vrrp_instance") || word.equals("virtual_server");
        }
    };

    private Trees() {}

    /** What came of a text: the tree, and the problems in order. */
    record Outcome(List<Directive> tree, List<Problem> problems) {
        /** {@code word(arg,arg){child;child}} for each directive, joined by semicolons. */
        String shape() {
            return shape(tree);
        }

        private static String shape(List<Directive> directives) {
            return directives.stream()
                    .map(directive -> directive.word()
                            + directive.arguments().stream()
                                    .map(Word::text)
                                    .collect(Collectors.joining(",", "(", ")"))
                                    .replace("()", "")
                            + (directive.hasBlock() ? "{" + shape(directive.children()) + "}" : ""))
                    .collect(Collectors.joining(";"));
        }

        List<String> messages() {
            return problems.stream()
                    .map(problem ->
                            problem.place().line() + ":" + problem.place().column() + " " + problem.message())
                    .toList();
        }
    }

    static Outcome read(String text) {
        return read(new InMemorySources().with(FILE, text));
    }

    static Outcome read(InMemorySources sources) {
        return read(sources, ReadingContext.of("main"));
    }

    static Outcome read(InMemorySources sources, ReadingContext context) {
        Problems problems = new Problems();
        List<Directive> tree = new TreeReader(sources, VOCABULARY, context, problems).read(Path.of(FILE));
        return new Outcome(tree == null ? List.of() : tree, problems.inOrder());
    }

    static String shape(String text) {
        Outcome outcome = read(text);
        if (!outcome.problems().isEmpty()) {
            throw new AssertionError(outcome.problems().toString());
        }
        return outcome.shape();
    }
}
