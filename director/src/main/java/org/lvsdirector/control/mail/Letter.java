package org.lvsdirector.control.mail;

/**
 * What one mail says.
 *
 * @param subject without the router's name before it
 * @param body one line
 */
public record Letter(String subject, String body) {}
