package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * Whom an instance believes.
 *
 * @param hmac null: advertisements are not signed
 */
public record TrustConfig(@Nullable HmacConfig hmac) {}
