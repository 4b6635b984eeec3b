package io.greenpark.alerts.cases;

import io.greenpark.park.registry.Subject;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for; null leaves a criterion open.
 *
 * @param about whose cases: any of these enterprises, parks and districts
 * @param scope only those about enterprises, parks or the district
 */
public record CaseFilter(@Nullable Set<Subject> about, Subject.@Nullable Scope scope, Case.@Nullable State state) {
    public static CaseFilter all() {
        return new CaseFilter(null, null, null);
    }

    /** The cases of any of {@code subjects}. */
    public static CaseFilter of(Collection<Subject> subjects) {
        return new CaseFilter(Set.copyOf(subjects), null, null);
    }

    public CaseFilter in(Case.@Nullable State wanted) {
        return new CaseFilter(about, scope, wanted);
    }

    public CaseFilter only(Subject.@Nullable Scope wanted) {
        return new CaseFilter(about, wanted, state);
    }

    /** Whether a case is asked for. */
    public boolean takes(Case c) {
        return (about == null || about.contains(c.about()))
                && (scope == null || scope == c.about().scope())
                && (state == null || state == c.state());
    }
}
