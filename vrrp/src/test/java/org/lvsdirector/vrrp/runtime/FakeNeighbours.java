package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network in memory: keeps the questions, and answers as the test says. */
final class FakeNeighbours implements Neighbours {
    final List<String> asked = new ArrayList<>();
    final Set<String> listening = new LinkedHashSet<>();
    private final Queue<Answer> waiting = new ArrayDeque<>();

    @Override
    public void ask(Question question) {
        asked.add(text(question));
        listening.add(text(question));
    }

    @Override
    public void forget(Question question) {
        listening.remove(text(question));
    }

    private static String text(Question question) {
        return question.address().getHostAddress() + " on " + question.interfaceName();
    }

    /** A host answers. */
    void answer(String interfaceName, InetAddress address, String hardware) {
        waiting.add(new Answer(new Question(interfaceName, address), hardware));
    }

    @Override
    public @Nullable Answer receive() {
        return waiting.poll();
    }

    @Override
    public void close() {}
}
