package io.greenpark.dashboards.door;

/** What can be wrong with a request's head that its parser does not tell. */
public enum HeadFault {
    NONE,
    /** A field line that goes on in the next line, obsolete since RFC 7230. */
    FOLDED_LINE,
    /** {@code Content-Length} beside {@code Transfer-Encoding}: two readers could see two different requests. */
    TWO_LENGTHS,
    /** A {@code Content-Length} that is not 1 to 18 digits, stands twice or is padded: here and behind it may be read differently. */
    UNCLEAR_LENGTH,
    /** Too many requests before it wait for their answers. */
    TOO_FAR_AHEAD
}
