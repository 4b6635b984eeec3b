package io.greenpark.alerts.handling;

import java.util.List;

/**
 * All procedures, and the scale of levels; they are edited together and have one version.
 *
 * @param list the first that takes a case is its own; the last takes all
 */
public record Procedures(List<Procedure> list, LevelScale levels) {
    /** @throws IllegalArgumentException if the last does not take all */
    public Procedures {
        list = List.copyOf(list);
        if (list.isEmpty() || !list.get(list.size() - 1).takesAll()) {
            throw new IllegalArgumentException("the last procedure must be for all cases");
        }
    }

    /** The procedure of a case. */
    public Procedure of(CaseTraits traits) {
        return list.stream().filter(p -> p.takes(traits)).findFirst().orElseThrow();
    }
}
