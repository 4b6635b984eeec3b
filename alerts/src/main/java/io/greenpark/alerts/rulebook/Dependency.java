package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.cases.Case;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of case explains which: what is explained is shown beneath what explains it, and is not told by itself.
 *
 * @param explaining the kind that explains; null for an enterprise that does not operate, which needs no case
 * @param explained the kind that is explained
 */
public record Dependency(Case.@Nullable Rule explaining, Case.Rule explained, Relation relation) {
    /** What stands for an enterprise that is stopped, closed or moved by its file, or ordered to stop. */
    public static final String STOPPED = "enterprise-stopped";

    /** The code of what explains. */
    public String explainingCode() {
        return explaining == null ? STOPPED : explaining.code();
    }
}
