package io.greenpark.dashboards.door;

/** What can be wrong with a request's head that its parser does not tell. */
public enum HeadFault {
    NONE,
    /** A field line that goes on in the next line, obsolete since RFC 7230. */
    FOLDED_LINE,
    /** {@code Content-Length} beside {@code Transfer-Encoding}: two readers could see two different requests. */
    TWO_LENGTHS
}
