package org.lvsdirector.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. The JDK's own handling of them, {@code sun.misc.Signal}, is supported (module {@code jdk.unsupported}) but
 * warned of by the compiler in a way that cannot be silenced, hence by reflection.
 */
public final class Signals {
    /** Means nothing to a process without a terminal, and the JVM leaves it alone. */
    private static final String HARMLESS = "WINCH";

    private Signals() {}

    /**
     * Runs an action whenever a signal comes, on a thread of the JVM's, in place of what the JVM would do.
     *
     * @param name without {@code SIG}, such as {@code TERM}
     */
    public static void handle(String name, Runnable action) {
        try {
            Object signal = signal(name);
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Method register = signal.getClass().getMethod("handle", signal.getClass(), handler);
            register.invoke(null, signal, proxy);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("signal " + name + " cannot be handled", refused.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("this JDK has no sun.misc.Signal", absent);
        }
    }

    /** Sends this process a signal that means nothing, some times, so that the first one that counts meets no code for the first time. */
    public static void rehearse(int times) {
        handle(HARMLESS, () -> {});
        try {
            Object harmless = signal(HARMLESS);
            Method raise = harmless.getClass().getMethod("raise", harmless.getClass());
            for (int time = 0; time < times; time++) {
                raise.invoke(null, harmless);
            }
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("this JDK has no sun.misc.Signal", absent);
        }
    }

    private static Object signal(String name) throws ReflectiveOperationException {
        return Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
    }
}
