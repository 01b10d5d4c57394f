package org.lvsdirector.config.syntax;

/** What to say of a variable that has no value. It stays in the text as it stands, as with keepalived. */
final class Undefined {
    private Undefined() {}

    static void report(Reference reference, SourcePlace place, Variables variables, Problems problems) {
        String name = reference.name();
        if (name.equals("_ENV")) {
            problems.warning(
                    place,
                    "the environment has no variable '" + reference.arguments() + "'",
                    "set it where the director is started");
        } else if (Variables.isPredefined(name)) {
            problems.error(
                    place, "'" + reference.arguments() + "' is no range for $" + name, "write ${_RANDOM MIN MAX}");
        } else {
            String near = variables.names().stream()
                    .filter(known -> known.equalsIgnoreCase(name) || known.startsWith(name) || name.startsWith(known))
                    .sorted()
                    .findFirst()
                    .orElse("");
            problems.warning(
                    place,
                    "no variable is called '" + name + "', so it stays as it stands",
                    near.isEmpty() ? "define it above: $" + name + "=VALUE" : "did you mean '" + near + "'?");
        }
    }
}
