package org.lvsdirector.control.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;

class LogbackProviderTest {

    @Test
    void isSilentUntilSomebodyListens() {
        LogbackProvider provider = new LogbackProvider();
        provider.initialize();
        LoggerContext context = (LoggerContext) provider.getLoggerFactory();
        Logger logger = context.getLogger("some.class");
        assertFalse(logger.isErrorEnabled());

        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(heard);
        root.setLevel(Level.INFO);
        logger.info("{} and {}", 1, 2);
        logger.debug("nothing");
        assertEquals(1, heard.list.size());
        assertEquals("1 and 2", heard.list.get(0).getFormattedMessage());
    }
}
