package org.lvsdirector.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One URL of a {@code HTTP_GET} or {@code SSL_GET} and the answer that is wanted.
 *
 * @param path as it stands in the request, such as {@code /status?full}
 * @param host the request's {@code Host}, with a port where the server needs one
 * @param serverName named in the TLS handshake (SNI), or null for none
 * @param statusCodes which of them are right; at least one
 * @param digest MD5 of the body as 32 small hexadecimal digits, as {@code genhash} prints it; null for any body
 * @param pattern what the body must or must not hold; null for anything
 */
public record HttpUrl(
        String path,
        String host,
        @Nullable String serverName,
        List<StatusCodes> statusCodes,
        @Nullable String digest,
        @Nullable BodyPattern pattern) {
    public HttpUrl {
        statusCodes = List.copyOf(statusCodes);
    }

    /**
     * A run of status codes.
     *
     * @param first 100 to 599
     * @param last not below the first
     */
    public record StatusCodes(int first, int last) {
        /** What counts as right where nobody says otherwise. */
        public static final StatusCodes SUCCESSFUL = new StatusCodes(200, 299);
    }

    /** Whether a status code is right. */
    public boolean accepts(int status) {
        return statusCodes.stream().anyMatch(codes -> codes.first() <= status && status <= codes.last());
    }

    /** keepalived's name for the last thing that was looked at. */
    String proof() {
        if (pattern != null) {
            return "Regex match";
        }
        return digest == null ? "HTTP status code" : "MD5 digest";
    }
}
