package org.lvsdirector.check.smtp;

import java.nio.ByteBuffer;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Turn;

/** Hears the greeting, says HELO and then QUIT (RFC 5321, sections 4.1.1 and 4.2). Replies may have several lines. */
final class SmtpConversation implements Conversation {
    private static final int GREETING = 220;
    private static final int DONE = 250;
    /** A reply line may have 512 characters; who sends far longer ones is no mail server. */
    private static final int LONGEST_LINE = 4096;

    private final String helloName;
    private final StringBuilder line = new StringBuilder();
    private Step step = Step.GREETING;

    SmtpConversation(String helloName) {
        this.helloName = helloName;
    }

    /** What is waited for. */
    private enum Step {
        GREETING,
        HELLO,
        FAREWELL
    }

    @Override
    public Turn begin() {
        return Turn.listen();
    }

    @Override
    public Turn received(ByteBuffer bytes) {
        Turn turn = Turn.listen();
        while (bytes.hasRemaining() && turn.verdict() == null) {
            char next = (char) (bytes.get() & 0xFF);
            if (next != '\n') {
                line.append(next);
            } else {
                Turn answer = heard(line.toString().stripTrailing());
                line.setLength(0);
                turn = answer.equals(Turn.listen()) ? turn : answer;
            }
            if (line.length() > LONGEST_LINE) {
                turn = Turn.failed(Cause.WRONG_ANSWER, "the answer is no SMTP");
            }
        }
        bytes.position(bytes.limit());
        return turn;
    }

    private Turn heard(String text) {
        if (!text.matches("[2-5][0-9]{2}([ -].*)?")) {
            return Turn.failed(Cause.WRONG_ANSWER, "the answer is no SMTP");
        }
        boolean goesOn = text.length() > 3 && text.charAt(3) == '-';
        return goesOn ? Turn.listen() : replied(Integer.parseInt(text.substring(0, 3)), text);
    }

    private Turn replied(int code, String text) {
        return switch (step) {
            case GREETING ->
                code == GREETING
                        ? next(Step.HELLO, "HELO " + helloName + "\r\n")
                        : Turn.failed(Cause.WRONG_ANSWER, "the greeting is: " + text);
            case HELLO ->
                code == DONE
                        ? next(Step.FAREWELL, "QUIT\r\n")
                        : Turn.failed(Cause.WRONG_ANSWER, "the answer to HELO is: " + text);
            case FAREWELL -> Turn.well();
        };
    }

    private Turn next(Step following, String command) {
        step = following;
        return Turn.say(command);
    }

    /** A server that hangs up at QUIT without another word has done its work. */
    @Override
    public Turn ended() {
        return step == Step.FAREWELL
                ? Turn.well()
                : Turn.failed(Cause.BROKEN, "the connection ended in mid-conversation");
    }
}
