package io.greenpark.alerts.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads cases and takes acknowledgements. Any thread may call. */
public interface Cases {
    /** Newest first; null leaves a criterion open. */
    List<Case> list(@Nullable String enterpriseId, Case.@Nullable State state, int max);

    Optional<Case> find(String id);

    /**
     * Notes who has seen a case and what they said; acknowledging again adds a step.
     *
     * @throws IllegalArgumentException if there is no such case
     */
    Case acknowledge(String id, String by, String comment);
}
