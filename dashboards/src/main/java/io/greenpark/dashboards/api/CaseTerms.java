package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the registry says of the limit or target that a case is about. */
final class CaseTerms {
    private CaseTerms() {}

    /** The source of a limit or target in both languages, as far as the registry has it. */
    static @Nullable Bilingual source(Registry registry, Case c, @Nullable String source) {
        if (source == null) {
            return null;
        }
        return c.rule().ofLimits()
                ? limits(registry, c).stream()
                        .filter(l -> l.source().equals(source))
                        .findFirst()
                        .map(Limit::sourceText)
                        .orElse(Bilingual.same(source))
                : registry.targetsOf(c.about()).stream()
                        .filter(t -> t.source().equals(source))
                        .findFirst()
                        .map(t -> t.sourceText())
                        .orElse(Bilingual.same(source));
    }

    private static List<Limit> limits(Registry registry, Case c) {
        return c.pointId() == null ? List.of() : registry.limitsOfPoint(c.pointId());
    }
}
