package org.lvsdirector.config.keyword;

/**
 * How a word departs from what keepalived does by it.
 *
 * @param sentence what is different, or why the word has no effect; without a full stop
 */
public record Departure(Kind kind, String sentence) {
    /** Which way it goes. */
    public enum Kind {
        /** Does more than in keepalived, or surprises less. */
        BETTER("better"),
        /** Does it differently. */
        OTHER("other"),
        /** Has no effect here. */
        NONE("none");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The table's word for it. */
        public String word() {
            return word;
        }

        static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("departures.tsv: there is no kind '" + word + "'");
        }
    }
}
