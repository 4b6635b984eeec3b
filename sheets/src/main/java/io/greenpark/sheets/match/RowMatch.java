package io.greenpark.sheets.match;

import java.math.BigDecimal;
import java.util.List;

/**
 * Whom a row is about.
 *
 * @param state how certain that is
 * @param parts the enterprises that get something of it; none where nothing may be taken
 * @param by what told, of those that have parts
 * @param proposals whom it may be about, where a person has to decide, and who have the customer number together where it is to be allotted
 */
public record RowMatch(State state, List<Part> parts, By by, List<Proposal> proposals) {
    public RowMatch {
        parts = List.copyOf(parts);
        proposals = List.copyOf(proposals);
    }

    /** How certain it is. */
    public enum State {
        /** One enterprise's. */
        MATCHED,
        /** Of several enterprises that have the customer number together, each with its share. */
        SHARED,
        /** Of several that have the number together, and nobody said yet how it is allotted. */
        TO_ALLOT,
        /** Nobody's that is known. */
        UNMATCHED,
        /** More than one enterprise's at first sight. */
        SEVERAL,
        /** A person decided that it is none of the registry's. */
        LEFT_OUT
    }

    /** What told whom it is about. */
    public enum By {
        ID,
        CREDIT_CODE,
        ACCOUNT,
        NAME,
        FORMER_NAME,
        PERSON,
        NOTHING
    }

    /**
     * Who gets what of it.
     *
     * @param share above 0, at most 1
     */
    public record Part(String enterprise, BigDecimal share) {}

    /** Why somebody is proposed. */
    public enum Why {
        CREDIT_CODE,
        ACCOUNT,
        NAME,
        /** The same name but for what a company's form adds, such as 有限公司. */
        SAME_BUT_FORM,
        /** One name contains the other. */
        PART_OF_NAME,
        /** Most characters are the same. */
        LIKE_NAME
    }

    /** Somebody it may be about. */
    public record Proposal(String enterprise, String name, Why why) {}
}
