package org.lvsdirector.check.told;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.schedule.Prober.Try;

/** What was told last of files and sessions, and who waits for the first word of them. On the engine's thread alone. */
public final class Tidings {
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<String, Boolean> sessions = new HashMap<>();
    private final Map<String, List<Consumer<Integer>>> awaitingFiles = new HashMap<>();
    private final Map<String, List<Consumer<Boolean>>> awaitingSessions = new HashMap<>();

    /** The number in a file. */
    public void file(String name, int number) {
        files.put(name, number);
        tell(awaitingFiles.remove(name), number);
    }

    /** Whether a session is up. */
    public void session(String name, boolean up) {
        sessions.put(name, up);
        tell(awaitingSessions.remove(name), up);
    }

    private static <T> void tell(@Nullable List<Consumer<T>> waiting, T news) {
        if (waiting != null) {
            waiting.forEach(each -> each.accept(news));
        }
    }

    /** Hands over the number in a file, now or when it is first told. */
    Try file(String name, Consumer<Integer> asker) {
        return ask(files, awaitingFiles, name, asker);
    }

    /** Hands over whether a session is up, now or when it is first told. */
    Try session(String name, Consumer<Boolean> asker) {
        return ask(sessions, awaitingSessions, name, asker);
    }

    private static <T> Try ask(
            Map<String, T> known, Map<String, List<Consumer<T>>> awaiting, String name, Consumer<T> asker) {
        T present = known.get(name);
        if (present != null) {
            asker.accept(present);
            return () -> {};
        }
        List<Consumer<T>> waiting = awaiting.computeIfAbsent(name, each -> new ArrayList<>());
        waiting.add(asker);
        return () -> waiting.remove(asker);
    }
}
