package org.lvsdirector.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;

/**
 * The commands of {@code director}. picocli reads a command's annotations by reflection when it learns of it, so that a command line is
 * told of those alone that it may mean.
 */
enum Subcommands {
    RUN("run", RunCommand.class),
    CHECK("check", CheckCommand.class),
    CONFIG("config", ConfigCommand.class),
    EXPLAIN("explain", ExplainCommand.class),
    PLAN("plan", PlanCommand.class),
    STATUS("status", StatusCommand.class),
    RELOAD("reload", ReloadCommand.class),
    CONFIRM("confirm", ConfirmCommand.class),
    HISTORY("history", HistoryCommand.class),
    DIFF("diff", DiffCommand.class),
    ROLLBACK("rollback", RollbackCommand.class),
    HEAL("heal", HealCommand.class),
    STOP("stop", StopCommand.class),
    COMPLETION("generate-completion", GenerateCompletion.class);

    private final String word;
    private final Class<?> command;

    Subcommands(String word, Class<?> command) {
        this.word = word;
        this.command = command;
    }

    /** Those that stand among the words of a command line; all where it asks about them, or names a command that there is not. */
    static List<Class<?>> meantBy(List<String> words) {
        boolean help = words.contains("-h") || words.contains("--help") || words.contains(COMPLETION.word);
        List<Class<?>> meant = new ArrayList<>();
        List<Class<?>> all = new ArrayList<>();
        for (Subcommands known : values()) {
            all.add(known.command);
            if (words.contains(known.word)) {
                meant.add(known.command);
            }
        }
        boolean switchesAlone = words.isEmpty() || words.get(0).startsWith("-");
        return help || (meant.isEmpty() && !switchesAlone) ? all : meant;
    }
}
