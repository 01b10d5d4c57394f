package org.lvsdirector.config.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.syntax.Problems;

/**
 * Reads the words that start scripts: the whole command as one quoted word, which is split once more, then perhaps user and group. A command
 * without quotes is its program alone, and what follows is taken for user and group, or by {@code vrrp_script} for nothing at all.
 */
final class CommandReader {
    private static final int MOST_WORDS = 3;

    private final Problems problems;

    CommandReader(Problems problems) {
        this.problems = problems;
    }

    /** A command that may be followed by user and group; null where the block has none or it is no command. */
    @Nullable
    ScriptCommand notification(Block block, String word) {
        Entry entry = block.last(word);
        if (entry == null) {
            return null;
        }
        List<String> words = words(entry);
        List<String> command = words.isEmpty() ? List.of() : command(entry, words.get(0));
        if (command.isEmpty()) {
            return null;
        }
        if (words.size() > MOST_WORDS) {
            surplus(entry, words.subList(MOST_WORDS, words.size()));
        }
        String group = words.size() > 2 ? words.get(2) : null;
        ScriptUser user = words.size() > 1 ? new ScriptUser(words.get(1), group) : null;
        return new ScriptCommand(command, user, entry.place());
    }

    /** A command whose user stands elsewhere. */
    @Nullable
    ScriptCommand tracking(Block block, String word, @Nullable ScriptUser user) {
        Entry entry = block.last(word);
        if (entry == null) {
            return null;
        }
        List<String> words = words(entry);
        List<String> command = words.isEmpty() ? List.of() : command(entry, words.get(0));
        if (words.size() > 1) {
            surplus(entry, words.subList(1, words.size()));
        }
        return command.isEmpty() ? null : new ScriptCommand(command, user, entry.place());
    }

    /** {@code USER [GROUP]}. */
    @Nullable
    ScriptUser user(Block block, String word) {
        Entry entry = block.last(word);
        String user = block.text(word);
        return entry == null || user == null ? null : new ScriptUser(user, entry.argument(1));
    }

    /** The words behind the keyword; empty where there are none or they cannot be split, which is reported. */
    private List<String> words(Entry entry) {
        if (entry.argumentCount() == 0) {
            problems.error(
                    entry.place(),
                    "'" + entry.keyword().word() + "' names no command",
                    "write the command in double quotes");
            return List.of();
        }
        return split(entry, entry.directive().rawArguments());
    }

    private List<String> command(Entry entry, String text) {
        if (text.isBlank()) {
            problems.error(
                    entry.place(),
                    "'" + entry.keyword().word() + "' has an empty command",
                    "write the command in double quotes");
            return List.of();
        }
        return split(entry, text);
    }

    private List<String> split(Entry entry, String text) {
        try {
            return CommandLine.split(text);
        } catch (IllegalArgumentException e) {
            problems.error(
                    entry.placeOf(0),
                    "the command of '" + entry.keyword().word() + "' cannot be split: " + e.getMessage(),
                    "close the quote, or put a backslash before it");
            return List.of();
        }
    }

    private void surplus(Entry entry, List<String> words) {
        problems.warning(
                entry.place(),
                "'" + String.join(" ", words) + "' is no part of the command and is ignored",
                "put the command with its arguments into one pair of double quotes");
    }
}
