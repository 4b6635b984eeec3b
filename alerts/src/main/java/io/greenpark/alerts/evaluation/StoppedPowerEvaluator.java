package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.evaluation.EvaluationWriter.VerdictChange;
import io.greenpark.alerts.rule.StoppedRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.alerts.stopped.StopOrder;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Evaluates the hours of enterprises that do not operate: the newest days every few minutes, as hours come late. What was before it first looked is not
 * judged. Used by one thread.
 */
public final class StoppedPowerEvaluator {
    private static final Case.Rule RULE = Case.Rule.POWER_WHILE_STOPPED;
    private static final Duration EVERY = Duration.ofMinutes(5);
    /** Hours that are later than this are not judged any more. */
    private static final int DAYS_BACK = 3;

    /** Orders to stop are judged by since later than files: what was before they were first looked at is not. */
    private static final String BY_ORDER = RULE.name() + "_BY_ORDER";

    /** From when on hours are judged, by files and by orders. */
    private record Since(Instant files, Instant orders) {}

    private final Books books;
    private final RuleInputs inputs;
    private final JudgingRules rules;
    private final StoppedEnterprises stopped;
    private final CaseReconciler reconciler;
    private final Clock clock;
    private Instant evaluatedAt = Instant.MIN;
    private Map<String, List<StopOrder>> judged = Map.of();

    public StoppedPowerEvaluator(
            Books books,
            RuleInputs inputs,
            JudgingRules rules,
            StoppedEnterprises stopped,
            CaseReconciler reconciler,
            Clock clock) {
        this.books = books;
        this.inputs = inputs;
        this.rules = rules;
        this.stopped = stopped;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** Evaluates, if that was not done within the last minutes, or if orders to stop came, went or were taken back since. */
    public void step() {
        Instant now = clock.instant();
        stopped.refresh(books);
        boolean changed = !stopped.orders().equals(judged);
        if (changed || now.isBefore(evaluatedAt) || !now.isBefore(evaluatedAt.plus(EVERY))) {
            evaluate(now, changed);
            evaluatedAt = now;
            judged = stopped.orders();
        }
    }

    private void evaluate(Instant now, boolean changed) {
        rules.refresh(books);
        Since since = new Since(firstLook(RULE.name(), now), firstLook(BY_ORDER, now));
        Map<String, OpenCase> open = changed ? books.read(handle -> OpenCases.of(handle, RULE)) : Map.of();
        Registry registry = inputs.registry().current();
        for (Enterprise enterprise : registry.facts().enterprises()) {
            ParkTime time = registry.timeOf(enterprise.id());
            LocalDate today = time.dayOf(now);
            OpenCase lasting = open.get(enterprise.id());
            LocalDate first = today.minusDays(DAYS_BACK);
            if (lasting != null && time.dayOf(lasting.since()).isBefore(first)) {
                first = time.dayOf(lasting.since());
            }
            if (lasting != null
                    || first.datesUntil(today.plusDays(1))
                            .anyMatch(day -> stopped.on(enterprise, day).isPresent())) {
                evaluate(registry, enterprise, first, since, now);
            }
        }
    }

    /** From when on hours are judged: kept, so that it stays the same. */
    private Instant firstLook(String what, Instant now) {
        return books.<Optional<Instant>, RuntimeException>read(handle -> firstLook(handle, what))
                .orElseGet(() -> books.write(tx -> {
                    tx.handle()
                            .execute(
                                    "INSERT INTO alert_judged_since (rule, since_ms) VALUES (?, ?) ON CONFLICT (rule) DO NOTHING",
                                    what,
                                    now.toEpochMilli());
                    return firstLook(tx.handle(), what).orElseThrow();
                }));
    }

    private static Optional<Instant> firstLook(Handle handle, String what) {
        return handle.createQuery("SELECT since_ms FROM alert_judged_since WHERE rule = :rule")
                .bind("rule", what)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    private void evaluate(Registry registry, Enterprise enterprise, LocalDate first, Since since, Instant now) {
        ParkTime time = registry.timeOf(enterprise.id());
        Subject subject = Subject.enterprise(enterprise.id());
        List<EnergyRow> hours = inputs
                .energy()
                .rows(subject, first, time.dayOf(now).plusDays(1), Step.HOUR, ElectricityBasis.EQUIVALENT)
                .stream()
                .filter(h -> !h.from().isBefore(since.files())
                        && !h.to().plus(rules.settings().settle()).isAfter(now))
                .toList();
        if (hours.isEmpty()) {
            return;
        }
        RulePlace place = RulePlace.of(registry, subject);
        Map<CaseKey, List<Evaluation>> byKey = new LinkedHashMap<>();
        CaseKey key = CaseKey.stopped(enterprise.id());
        for (EnergyRow hour : hours) {
            boolean operates = stopped.on(enterprise, time.dayOf(hour.from()))
                    .filter(stop -> !stop.byOrderAlone() || !hour.from().isBefore(since.orders()))
                    .isEmpty();
            add(byKey, key, rules.stopped(place, hour.from()), hour, operates);
            rules.stoppedOnTrial(place, hour.from())
                    .ifPresent(tried -> add(byKey, key.onTrialBy(tried.id()), tried.rule(), hour, operates));
        }
        byKey.forEach((own, evaluations) -> write(own, evaluations, now));
    }

    private static void add(
            Map<CaseKey, List<Evaluation>> byKey,
            CaseKey key,
            RulesConfig.Stopped rule,
            EnergyRow hour,
            boolean operates) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>())
                .add(new Evaluation(
                        key,
                        rule.policy(),
                        hour.from(),
                        Phase.CLOSED,
                        operates ? null : StoppedRule.evaluate(hour, rule.thresholds())));
    }

    private void write(CaseKey key, List<Evaluation> evaluations, Instant now) {
        List<Evaluation> telling = books.read(handle -> telling(handle, key, evaluations));
        if (telling.isEmpty()) {
            return;
        }
        books.write(tx -> {
            VerdictChange change = EvaluationWriter.write(tx.handle(), key, telling, now);
            if (change != null) {
                reconciler.reconcile(
                        tx, key, telling.get(telling.size() - 1).policy(), change.from(), now, verdict -> now);
            }
            return true;
        });
    }

    /** Most hours of most enterprises are quiet, and are not kept: only what raises, what ends that, and what says otherwise than is kept. */
    private static List<Evaluation> telling(Handle handle, CaseKey key, List<Evaluation> evaluations) {
        Instant from = evaluations.get(0).from();
        Set<Instant> kept =
                VerdictTable.between(handle, key.rule(), key.subject(), from.toEpochMilli(), Long.MAX_VALUE).stream()
                        .map(Verdict::from)
                        .collect(Collectors.toSet());
        boolean open = OpenCases.of(handle, RULE).containsKey(key.subject());
        List<Evaluation> telling = new ArrayList<>();
        int quiet = open ? 0 : Integer.MAX_VALUE;
        for (Evaluation e : evaluations) {
            Outcome outcome =
                    e.verdict() == null ? Outcome.UNJUDGED : e.verdict().outcome();
            if (outcome == Outcome.RAISES) {
                quiet = 0;
            }
            boolean ends =
                    outcome == Outcome.CLEARS && quiet < e.policy().hysteresis().clearAfter();
            if (outcome == Outcome.RAISES || ends || kept.contains(e.from())) {
                telling.add(e);
            }
            if (outcome == Outcome.CLEARS && quiet < Integer.MAX_VALUE) {
                quiet++;
            }
        }
        return telling;
    }
}
