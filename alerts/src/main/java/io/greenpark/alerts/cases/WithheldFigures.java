package io.greenpark.alerts.cases;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosure;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Takes the figures of an energy case out where its statistics may not be told by now: by an earlier version, or since
 * somebody stated another use. What was judged stays, and so does the record that it was told.
 */
public final class WithheldFigures {
    private static final Reason WITHHELD = Reason.of(Cause.WITHHELD);

    private final RegistrySource registry;
    private final Disclosures disclosures;

    public WithheldFigures(RegistrySource registry, Disclosures disclosures) {
        this.registry = registry;
        this.disclosures = disclosures;
    }

    /** What stands in place of a figure. */
    public static Bilingual words() {
        return WITHHELD.text();
    }

    /** Whether the figures of any month between two instants may not be told, both included. */
    public boolean hides(Audience audience, CaseKey key, Instant from, Instant last) {
        if (key.rule() != Case.Rule.ENERGY_DECLINE_BEHIND) {
            return false;
        }
        Registry current = registry.current();
        Disclosure disclosure = disclosures.of(current);
        ParkTime time = key.about().time(current);
        YearMonth end = time.monthOf(last);
        for (YearMonth month = time.monthOf(from); !month.isAfter(end); month = month.plusMonths(1)) {
            if (!disclosure.standing(audience, key.about(), month)) {
                return true;
            }
        }
        return false;
    }

    /** The same of everything a case says. */
    public boolean hides(Audience audience, Case c) {
        return hides(audience, c.key(), c.since(), c.content().figureFrom());
    }

    /** A case as officers may see it. */
    Case told(Case c) {
        if (!hides(Audience.OFFICERS, c)) {
            return c;
        }
        CaseContent content = c.content().withText(words());
        return new Case(
                c.id(),
                c.key(),
                c.status(),
                content.withComparison(withoutFigure(content.comparison())),
                c.raisedAt(),
                c.acknowledgedBy(),
                c.owner(),
                c.handling(),
                c.events().stream()
                        .map(e -> e.text() == null ? e : e.withText(words()))
                        .toList());
    }

    /** A case with the text it has, and without a figure that may not be told: what programs are notified of. */
    public Case withoutWithheldFigure(Case c) {
        return !hides(Audience.OFFICERS, c)
                ? c
                : new Case(
                        c.id(),
                        c.key(),
                        c.status(),
                        c.content().withComparison(withoutFigure(c.content().comparison())),
                        c.raisedAt(),
                        c.acknowledgedBy(),
                        c.owner(),
                        c.handling(),
                        c.events());
    }

    /** A verdict as officers may see it. */
    Verdict told(CaseKey key, Verdict v) {
        return !hides(Audience.OFFICERS, key, v.from(), v.from())
                ? v
                : new Verdict(
                        v.from(),
                        v.to(),
                        v.phase(),
                        v.outcome(),
                        withoutFigure(v.comparison()),
                        v.confidence(),
                        v.reason() == null || v.figure() != null ? WITHHELD : v.reason());
    }

    private static Comparison withoutFigure(Comparison c) {
        return new Comparison(null, c.limit(), c.unit(), null);
    }
}
