package io.greenpark.registry.review;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The policies of a matter: one, or several that are told apart by names. */
@FunctionalInterface
public interface ReviewedPolicies {
    /**
     * One of them.
     *
     * @param name null where the matter has one only; of one that is only to be made, too
     */
    ReviewedPolicy named(@Nullable String name);

    /**
     * The name of what a change is of. One that is to be made gets its name when it is asked for, so that it keeps it whatever else is made meanwhile.
     *
     * @param asked as whoever asks has it
     * @param waiting names of those that are asked for
     */
    default @Nullable String name(Handle handle, @Nullable String asked, String document, Set<String> waiting) {
        return asked;
    }

    /** A matter with one policy. */
    static ReviewedPolicies one(ReviewedPolicy policy) {
        return name -> policy;
    }
}
