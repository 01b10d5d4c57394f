package org.lvsdirector.vrrp.settings;

/** From one number to another, both included. */
public record NumberRange(long first, long last) {}
