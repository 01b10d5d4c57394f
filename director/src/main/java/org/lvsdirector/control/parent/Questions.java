package org.lvsdirector.control.parent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.supervise.ChildRole;

/** Questions to children that are not answered yet. Used by the control thread alone. */
final class Questions {
    private static final long PATIENCE_MILLIS = 3000;
    /** A large table takes its time to be asked and written. */
    private static final long PATIENCE_PER_SERVER_MICROS = 200;

    private record Asked(ChildRole role, CompletableFuture<Optional<JsonNode>> answer) {}

    private final Map<Long, Asked> open = new HashMap<>();
    private long lastId;

    /**
     * Asks; the answer is empty if none comes in time or the child dies.
     *
     * @param servers how many real servers the answer may have to tell of
     */
    CompletableFuture<Optional<JsonNode>> ask(ChildProcess child, long servers, LongFunction<Command> question) {
        long id = ++lastId;
        CompletableFuture<Optional<JsonNode>> answer = new CompletableFuture<>();
        open.put(id, new Asked(child.role, answer));
        child.send(question.apply(id));
        return answer.completeOnTimeout(
                Optional.empty(), PATIENCE_MILLIS + servers * PATIENCE_PER_SERVER_MICROS / 1000, TimeUnit.MILLISECONDS);
    }

    void answered(long id, JsonNode value) {
        Asked asked = open.remove(id);
        if (asked != null) {
            asked.answer().complete(Optional.of(value));
        }
    }

    /** A child is gone and will not answer. */
    void lost(ChildRole role) {
        open.values().removeIf(asked -> asked.role() == role && asked.answer().complete(Optional.empty()));
    }
}
