package org.lvsdirector.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of {@code global_defs}.
 *
 * @param server address or name as written, not looked up; null: no mail
 * @param port 1 to 65535
 */
public record MailConfig(@Nullable String server, int port, Duration connectTimeout) {}
