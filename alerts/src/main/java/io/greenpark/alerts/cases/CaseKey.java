package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Subject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a case can be about; there is at most one open case of each.
 *
 * @param subject see {@link Case#subject()}
 * @param about see {@link Case#about()}
 */
public record CaseKey(
        Case.Rule rule,
        String subject,
        Subject about,
        @Nullable String pointId,
        @Nullable String deviceId) {
    /** The subject of cases about the platform itself. */
    public static final String PLATFORM = "platform";

    /**
     * The energy of an enterprise, a park or the district. Ids are unique only among enterprises and among parks, so the
     * subject of an area says which it is.
     */
    public static CaseKey energy(Subject about) {
        String subject = about.scope() == Subject.Scope.ENTERPRISE
                ? about.id()
                : about.scope().name().toLowerCase(Locale.ROOT) + "/" + about.id();
        return new CaseKey(Case.Rule.ENERGY_DECLINE_BEHIND, subject, about, null, null);
    }

    /** The platform itself, in the name of the district it serves. */
    public static CaseKey platform(Case.Rule rule, Subject district) {
        return new CaseKey(rule, PLATFORM, district, null, null);
    }

    /** The verdict whose figure its case shows: a standing since the year began is always the newest, a mean the worst. */
    Verdict shown(Episode episode) {
        return cumulative() ? episode.last() : episode.worst();
    }

    /** Whether its figure sums up the year so far, so that every late reading of the year moves it a little. */
    boolean cumulative() {
        return rule == Case.Rule.ENERGY_DECLINE_BEHIND;
    }

    /** The matter that speaks for this one while it has an open case: the exceeded limit for its warning; else null. */
    public @Nullable CaseKey graver() {
        return rule == Case.Rule.LIMIT_WARNING ? under(Case.Rule.LIMIT_EXCEEDED) : null;
    }

    /** The matter this one speaks for; null if there is none. */
    public @Nullable CaseKey lesser() {
        return rule == Case.Rule.LIMIT_EXCEEDED ? under(Case.Rule.LIMIT_WARNING) : null;
    }

    private CaseKey under(Case.Rule other) {
        return new CaseKey(other, subject, about, pointId, deviceId);
    }
}
