package org.lvsdirector.check.tls;

/** A file that TLS needs cannot be used: this machine's fault, and no word on the server. */
public final class UnusableTlsException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableTlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
