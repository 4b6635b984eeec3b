package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.hour.UnreadableHoursException;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.Expectations;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the open cases of limits, targets and power of which nothing is expected any more: no booking will ever mark their periods
 * again. Used by one thread.
 */
public final class EndedCases {
    private static final List<Case.Rule> RULES = List.of(
            Case.Rule.LIMIT_EXCEEDED,
            Case.Rule.LIMIT_WARNING,
            Case.Rule.ENERGY_DECLINE_BEHIND,
            Case.Rule.POWER_WHILE_STOPPED);

    private static final Logger LOG = LoggerFactory.getLogger(EndedCases.class);

    private final Books books;
    private final RegistrySource registry;
    private final JudgingRules rules;
    private final Expectations expectations;
    private final CaseReconciler reconciler;
    private final Clock clock;
    private final OnceAfterUpgrade quietEndings;
    private final Set<CaseKey> unreadable = new HashSet<>();

    /** @param reconciler one that knows these expectations */
    public EndedCases(
            Books books,
            RegistrySource registry,
            JudgingRules rules,
            Expectations expectations,
            CaseReconciler reconciler,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.rules = rules;
        this.expectations = expectations;
        this.reconciler = reconciler;
        this.clock = clock;
        this.quietEndings = OnceAfterUpgrade.quietEndings(books, "expectations");
    }

    /** Looks at every open case of a limit or target. */
    public void step() {
        rules.refresh(books);
        Instant now = clock.instant();
        List<OpenCase> ended = books.read(handle -> RULES.stream()
                .flatMap(rule -> OpenCases.of(handle, rule).values().stream())
                .filter(c -> expectations.noLonger(c.key(), c.figureFrom()) != null)
                .toList());
        CaseReconciler telling = quietEndings.pending() ? reconciler.quiet() : reconciler;
        for (OpenCase open : ended) {
            endOrLeave(telling, open, now);
        }
        quietEndings.done();
    }

    /** A case that rests on verdicts which cannot be read stays as it is, and holds nobody else up. */
    private void endOrLeave(CaseReconciler telling, OpenCase open, Instant now) {
        try {
            books.write(tx -> {
                telling.reconcile(
                        tx,
                        open.key(),
                        rules.policy(registry.current(), open.key(), open.figureFrom()),
                        open.since(),
                        now,
                        Verdict::to);
                return true;
            });
            unreadable.remove(open.key());
        } catch (UnreadableHoursException e) {
            // It is looked at every few seconds: said once.
            if (unreadable.add(open.key())) {
                LOG.error(
                        "the case of {} of \"{}\" cannot be ended: {}",
                        open.key().rule(),
                        open.key().subject(),
                        e.getMessage());
            }
        }
    }
}
