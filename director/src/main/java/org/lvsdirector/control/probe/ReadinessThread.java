package org.lvsdirector.control.probe;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lvsdirector.check.ProbeSockets.Handover;
import org.lvsdirector.linux.Wakeup;

/** Waits until probe sockets are readable or writable, tells the engine's thread once for each asking, and closes them when they are released. */
final class ReadinessThread {
    private final Handover handover;
    private final Wakeup wakeup = new Wakeup();
    private final PollSlots slots = new PollSlots(wakeup);
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private boolean ended;

    private ReadinessThread(Handover handover) {
        this.handover = handover;
    }

    static ReadinessThread start(Handover handover) {
        ReadinessThread readiness = new ReadinessThread(handover);
        Thread thread = new Thread(readiness::run, "probe-readiness");
        thread.setDaemon(true);
        thread.start();
        return readiness;
    }

    /**
     * From the engine's thread: tell when this one is ready.
     *
     * @param events as {@link org.lvsdirector.linux.Poller} names them
     */
    void watch(LinuxProbeSocket socket, int events) {
        request(() -> slots.add(socket, events));
    }

    /** From the engine's thread: this one is done with. */
    void release(LinuxProbeSocket socket) {
        request(() -> {
            slots.remove(socket);
            socket.socket().close();
        });
    }

    /** Ends the thread; what is being watched is closed. */
    void close() {
        request(() -> ended = true);
    }

    private void request(Runnable request) {
        requests.add(request);
        wakeup.wake();
    }

    private void run() {
        while (!ended) {
            slots.await();
            slots.takeReady(socket -> handover.submit(socket::signal));
            wakeup.clear();
            for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
                request.run();
            }
        }
        slots.takeAll(socket -> socket.socket().close());
        wakeup.close();
    }
}
