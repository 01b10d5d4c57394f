package org.lvsdirector.ipvsctl.arguments;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program is told to do, and the options that go with it. */
enum Command {
    ADD_SERVICE("add-service"),
    EDIT_SERVICE("edit-service"),
    DELETE_SERVICE("delete-service"),
    CLEAR("flush"),
    LIST("list"),
    ADD_SERVER("add-server"),
    EDIT_SERVER("edit-server"),
    DELETE_SERVER("delete-server"),
    SET_TIMEOUTS("set"),
    START_DAEMON("start-daemon"),
    STOP_DAEMON("stop-daemon"),
    RESTORE("restore"),
    SAVE("save"),
    ZERO("zero"),
    HELP("help"),
    VERSION("version"),
    DIFF("diff"),
    APPLY("apply"),
    WATCH("watch");

    /** What messages about its options end in. */
    private final String owner;

    Command(String title) {
        this.owner = "'" + title + "' command";
    }

    /** The command that a word without a dash names, which ipvsadm has not, or null if it names none. */
    static @Nullable Command ofWord(String word) {
        return switch (word) {
            case "diff" -> DIFF;
            case "apply" -> APPLY;
            case "watch" -> WATCH;
            default -> null;
        };
    }

    /** The command that a switch names, or null if it names none. */
    static @Nullable Command of(Switch given) {
        return switch (given) {
            case ADD_SERVICE -> ADD_SERVICE;
            case EDIT_SERVICE -> EDIT_SERVICE;
            case DELETE_SERVICE -> DELETE_SERVICE;
            case CLEAR -> CLEAR;
            case LIST, LIST_LOWER -> LIST;
            case ADD_SERVER -> ADD_SERVER;
            case EDIT_SERVER -> EDIT_SERVER;
            case DELETE_SERVER -> DELETE_SERVER;
            case SET -> SET_TIMEOUTS;
            case START_DAEMON -> START_DAEMON;
            case STOP_DAEMON -> STOP_DAEMON;
            case RESTORE -> RESTORE;
            case SAVE -> SAVE;
            case ZERO -> ZERO;
            case HELP -> HELP;
            case VERSION -> VERSION;
            default -> null;
        };
    }

    /** Holds a command's options to what goes with it, with ipvsadm or with us. */
    void check(Set<Option> given, boolean extended) throws UsageException {
        CommandRules.of(this, extended).checkAll(given, owner);
    }
}
