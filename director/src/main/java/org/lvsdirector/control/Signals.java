package org.lvsdirector.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. The JDK's own handling of them, {@code sun.misc.Signal}, is supported (module {@code jdk.unsupported}) but
 * warned of by the compiler in a way that cannot be silenced, hence by reflection.
 */
public final class Signals {
    private Signals() {}

    /**
     * Runs an action whenever a signal comes, on a thread of the JVM's, in place of what the JVM would do.
     *
     * @param name without {@code SIG}, such as {@code TERM}
     */
    public static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Method register = signal.getMethod("handle", signal, handler);
            register.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("signal " + name + " cannot be handled", refused.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("this JDK has no sun.misc.Signal", absent);
        }
    }
}
