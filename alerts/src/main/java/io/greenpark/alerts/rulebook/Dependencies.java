package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.cases.Case;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of what explains what.
 *
 * @param version 0 for what is shipped, as long as nobody changed it
 * @param at when it was made
 */
public record Dependencies(long version, Instant at, List<Dependency> all) {
    public Dependencies {
        all = List.copyOf(all);
    }

    /** Whether cases of a kind explain those of another in some relation. */
    public boolean explain(Case.@Nullable Rule explaining, Case.Rule explained, Relation relation) {
        return all.contains(new Dependency(explaining, explained, relation));
    }

    /** What may explain cases of a kind, in the order in which it is looked for. */
    public List<Dependency> of(Case.Rule explained) {
        return all.stream().filter(d -> d.explained() == explained).toList();
    }
}
