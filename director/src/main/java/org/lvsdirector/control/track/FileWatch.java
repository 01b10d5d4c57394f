package org.lvsdirector.control.track;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjIntConsumer;
import org.lvsdirector.linux.FileEvents;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.Poller;
import org.lvsdirector.linux.Wakeup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches files on a thread of its own and tells the number in each, once at the beginning and then whenever it is another. A folder that is
 * not there is looked for every second.
 */
final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final ObjIntConsumer<String> listener;
    private final FileEvents events = new FileEvents();
    private final Wakeup wakeup = new Wakeup();
    private final Queue<List<TrackedFile>> orders = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Path> folders = new HashMap<>();
    private final Set<Path> missing = new HashSet<>();
    private final Map<String, Integer> told = new HashMap<>();
    private List<TrackedFile> files = List.of();
    private volatile boolean closed;

    /** @param listener told a file's name and number, on the watch's thread */
    FileWatch(ObjIntConsumer<String> listener) {
        this.listener = listener;
        Thread thread = new Thread(this::run, "files");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches these files from now on; from any thread. */
    void use(List<TrackedFile> wanted) {
        orders.add(List.copyOf(wanted));
        wakeup.wake();
    }

    @Override
    public void close() {
        closed = true;
        wakeup.wake();
    }

    private void run() {
        try (events;
                wakeup) {
            Poller poller = new Poller(wakeup, events);
            while (!closed) {
                poller.poll(missing.isEmpty() ? Poller.FOREVER : LOOK_AGAIN_NANOS);
                wakeup.clear();
                for (List<TrackedFile> order = orders.poll(); order != null; order = orders.poll()) {
                    begin(order);
                }
                events.take().forEach(this::happened);
                lookForMissing();
            }
        }
    }

    private void begin(List<TrackedFile> wanted) {
        Set<TrackedFile> known = new HashSet<>(files);
        files = wanted;
        Set<String> names = new HashSet<>();
        for (TrackedFile file : wanted) {
            names.add(file.name());
            if (!known.contains(file)) {
                FileNumbers.initialize(file);
                told.remove(file.name());
            }
        }
        told.keySet().retainAll(names);
        missing.clear();
        wanted.forEach(file -> watch(folderOf(file)));
        wanted.forEach(this::look);
    }

    private static Path folderOf(TrackedFile file) {
        Path parent = file.path().toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    private void watch(Path folder) {
        try {
            folders.put(events.watch(folder.toString()), folder);
            missing.remove(folder);
        } catch (LinuxException notThere) {
            if (missing.add(folder)) {
                LOG.warn("Cannot watch {} for track files yet: {}", folder, notThere.getMessage());
            }
        }
    }

    private void happened(FileEvents.Event event) {
        if (event.kind() == FileEvents.Kind.LOST) {
            files.forEach(this::look);
            return;
        }
        Path folder = folders.get(event.watch());
        if (folder == null) {
            return;
        }
        if (event.kind() == FileEvents.Kind.FOLDER_GONE) {
            folders.remove(event.watch());
            missing.add(folder);
        }
        for (TrackedFile file : files) {
            boolean meant = event.name().isEmpty() || file.path().endsWith(event.name());
            if (meant && folderOf(file).equals(folder)) {
                look(file);
            }
        }
    }

    private void lookForMissing() {
        for (Path folder : new ArrayList<>(missing)) {
            watch(folder);
            if (!missing.contains(folder)) {
                files.stream().filter(file -> folderOf(file).equals(folder)).forEach(this::look);
            }
        }
    }

    private void look(TrackedFile file) {
        OptionalInt number = FileNumbers.read(file);
        if (number.isPresent()) {
            Integer before = told.put(file.name(), number.getAsInt());
            if (before == null || before != number.getAsInt()) {
                listener.accept(file.name(), number.getAsInt());
            }
        } else if (!told.containsKey(file.name())) {
            told.put(file.name(), 0);
            listener.accept(file.name(), 0);
        }
    }
}
