package io.greenpark.cleanproduction.list;

import java.util.List;

/**
 * Why an edition was not taken.
 *
 * @param enterprises whom it is about; empty where it is about none
 */
public record ListRefusal(Kind kind, List<String> enterprises) {
    public ListRefusal {
        enterprises = List.copyOf(enterprises);
    }

    public enum Kind {
        /** Another edition was approved meanwhile, or this one was decided. */
        STALE,
        /** Another edition waits for its second signature. */
        OPEN,
        /** It has nobody on it. */
        EMPTY,
        /** These are not in the registry. */
        UNKNOWN,
        /** These were on the edition before, and it is not said why they leave. */
        NO_REASON,
        /** It is said why these leave, and they do not. */
        NOT_LEAVING,
        /** It would be in force before the edition that it changes. */
        TOO_EARLY,
        /** Approved on a day that has not come. */
        IN_THE_FUTURE,
        /** Whoever proposed it cannot decide it. */
        SAME_PERSON,
        /** There is no such edition. */
        NO_LIST
    }
}
