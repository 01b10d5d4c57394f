package org.lvsdirector.control.mail;

import java.io.IOException;

/** Takes letters to a mail server. */
public interface Carrier {

    /**
     * Hands one letter over, and waits until the server has taken it.
     *
     * @throws IOException if it has not, with why
     */
    void carry(MailSettings settings, Letter letter) throws IOException;
}
