package org.lvsdirector.control.checkers;

import org.lvsdirector.check.CheckId;

/**
 * A configured check that is not made, since another one that is alike in everything is.
 *
 * @param own whose health it decides
 * @param made the one that is made
 */
public record SharedCheck(CheckId own, CheckId made) {}
