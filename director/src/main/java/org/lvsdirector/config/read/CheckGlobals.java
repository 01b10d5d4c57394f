package org.lvsdirector.config.read;

import org.lvsdirector.check.TlsSettings;

/**
 * What checks take from outside their virtual server.
 *
 * @param logAllFailures default of {@code log_all_failures}
 * @param tls who we are in TLS and whom we believe; {@code SSL}
 * @param alerts defaults of {@code smtp_alert}
 */
record CheckGlobals(boolean logAllFailures, TlsSettings tls, AlertDefaults alerts) {}
