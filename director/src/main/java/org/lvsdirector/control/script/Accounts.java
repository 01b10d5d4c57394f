package org.lvsdirector.control.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Users and groups of this machine, asked of the name service switch, so that accounts in a directory service count as well. */
public final class Accounts {
    /** keepalived's user for scripts, used when the configuration names none. */
    private static final String DEFAULT_USER = "keepalived_script";

    private static final long PATIENCE_SECONDS = 5;

    private Accounts() {}

    /**
     * Whom a script runs as.
     *
     * @param user null for {@code keepalived_script} where that user exists, else root
     * @param group null for the user's own
     * @return empty if there is no such user
     */
    public static Optional<ScriptAccount> find(@Nullable String user, @Nullable String group) {
        if (user == null) {
            return Optional.of(lookUp(DEFAULT_USER, group).orElse(ScriptAccount.ROOT));
        }
        return lookUp(user, group);
    }

    private static Optional<ScriptAccount> lookUp(String user, @Nullable String group) {
        if (user.equals("root") && (group == null || group.equals("root"))) {
            return Optional.of(ScriptAccount.ROOT);
        }
        // NAME:PASSWORD:UID:GID:...
        List<String> fields = List.of(getent(user).split(":", -1));
        if (fields.size() < 4) {
            return Optional.empty();
        }
        return Optional.of(new ScriptAccount(fields.get(2), group == null ? fields.get(3) : group));
    }

    private static String getent(String user) {
        try {
            Process process = new ProcessBuilder("getent", "passwd", "--", user)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // One line fits into the pipe, so the process never waits for its reader.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
