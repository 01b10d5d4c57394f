package org.lvsdirector.config.syntax;

import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration may ask of the machine and the start of the program: the id that conditions compare with, variables of the
 * environment, and chance.
 *
 * @param configId what {@code -i} says, or the host's name without its domain
 * @param environment the value of an environment variable, null where there is none
 */
public record ReadingContext(String configId, Function<String, @Nullable String> environment, Random random) {

    /** One that knows an id alone. */
    public static ReadingContext of(String configId) {
        return new ReadingContext(configId, name -> null, new Random());
    }
}
