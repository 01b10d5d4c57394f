package org.lvsdirector.control.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.script.Accounts;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.control.script.ScriptSecurity;

/** What the mapping asks the machine about. */
public interface ScriptHost {

    /** This machine. */
    ScriptHost THIS_MACHINE = new ScriptHost() {
        @Override
        public Optional<ScriptAccount> account(@Nullable String user, @Nullable String group) {
            return Accounts.find(user, group);
        }

        @Override
        public Optional<String> weakness(Path program) {
            return ScriptSecurity.weakness(program);
        }

        @Override
        public String hostName() {
            try {
                return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            } catch (IOException noProc) {
                return "localhost";
            }
        }
    };

    /** See {@link Accounts#find}. */
    Optional<ScriptAccount> account(@Nullable String user, @Nullable String group);

    /** See {@link ScriptSecurity#weakness}. */
    Optional<String> weakness(Path program);

    /** The machine's own name, as it is set. */
    String hostName();
}
