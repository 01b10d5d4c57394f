package org.lvsdirector.vrrp.runtime;

/**
 * A port could not do what the driver asked of it. The message says what was tried, on whom, and why it failed; the driver logs and
 * counts it and goes on.
 */
public final class PortException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PortException(String message) {
        super(message);
    }

    public PortException(String message, Throwable cause) {
        super(message, cause);
    }
}
