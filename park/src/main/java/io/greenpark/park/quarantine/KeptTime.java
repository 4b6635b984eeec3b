package io.greenpark.park.quarantine;

/**
 * A time as sent, of a value whose point, and so whose zone, is not known yet.
 *
 * @param ms epoch milliseconds; of a local time those it would have in UTC
 */
public record KeptTime(Form form, long ms) {
    /** How it was sent. The code is kept and part of the API. */
    public enum Form {
        /** No time was sent, this is when it came. */
        ARRIVAL("arrival"),
        /** A point in time. */
        INSTANT("instant"),
        /** Date and time of day without a zone: that of the point will apply. */
        LOCAL("local");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
