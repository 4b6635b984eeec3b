package io.greenpark.park.document;

import io.greenpark.park.text.Bilingual;

/** Why a step of an upload is refused, and in words what to do. */
public record Refusal(Reason reason, Bilingual text) {
    /** The closed set of reasons; {@link #code} is sent. */
    public enum Reason {
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        BAD_SHA256("bad-sha256"),
        NO_ROOM("no-room"),
        TOO_MUCH("too-much"),
        UNKNOWN_UPLOAD("unknown-upload"),
        GAP("gap"),
        OTHER_CONTENT("other-content"),
        BEYOND_SIZE("beyond-size"),
        INCOMPLETE("incomplete"),
        WRONG_SHA256("wrong-sha256"),
        HAS_MACROS("has-macros"),
        NOT_ACCEPTED("not-accepted");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
