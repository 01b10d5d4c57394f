package org.lvsdirector.control.mapping;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.script.Accounts;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.control.script.ScriptSecurity;

/** What the mapping asks the machine about scripts. */
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
    };

    /** See {@link Accounts#find}. */
    Optional<ScriptAccount> account(@Nullable String user, @Nullable String group);

    /** See {@link ScriptSecurity#weakness}. */
    Optional<String> weakness(Path program);
}
