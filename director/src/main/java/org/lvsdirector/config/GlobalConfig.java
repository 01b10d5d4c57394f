package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * {@code global_defs} and the root words beside it, as far as they are not already resolved into instances and virtual servers.
 *
 * @param routerId name of this machine in messages; null: the host's name
 * @param scriptUser who runs scripts that name no user; null: {@code keepalived_script} where that user exists, else root
 * @param scriptSecurity refuse scripts that run as root while others may write to them or to a folder above them
 * @param mail where mail would go
 * @param parent what concerns the processes themselves
 */
public record GlobalConfig(
        @Nullable String routerId,
        @Nullable ScriptUser scriptUser,
        boolean scriptSecurity,
        MailConfig mail,
        ParentConfig parent,
        VrrpGlobalConfig vrrp,
        LvsGlobalConfig lvs,
        TellingConfig telling) {}
