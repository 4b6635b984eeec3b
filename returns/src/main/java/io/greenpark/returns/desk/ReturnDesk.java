package io.greenpark.returns.desk;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.desk.ReturnTable.StaleException;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Refusal;
import io.greenpark.returns.form.ReturnRules;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.question.Known;
import io.greenpark.returns.question.Question;
import io.greenpark.returns.question.Questioning;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps returns and takes their steps. A step is done on the version that was seen or not at all. Accepting changes the registry and the return
 * in one transaction, so a kill leaves both or none. While a month of its period is closed, a return stays what it is, bills included. Any
 * thread may call.
 */
public final class ReturnDesk {
    private final Books books;
    private final RegistrySource registry;
    private final KnownFigures known;
    private final Registrar registrar;
    private final ReturnsConfig config;
    private final Clock clock;

    /** Who carries edits of the registry out. */
    @FunctionalInterface
    public interface Registrar {
        /**
         * Carries edits out that nobody has to review, and something alongside in the same transaction, which is told the change's
         * number, null where the registry says so already; or none of both.
         */
        EditResult submit(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside);
    }

    /**
     * A desk.
     *
     * @param registry of the whole district
     */
    public ReturnDesk(
            Books books,
            RegistrySource registry,
            EnergyAccounts energy,
            Registrar registrar,
            ReturnsConfig config,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.known = new KnownFigures(books, registry, energy);
        this.registrar = registrar;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What came of a step.
     *
     * @param refusal why nothing was done; null where it was
     * @param now the return since
     * @param questions about it
     * @param result what the registry said; null where it was not asked
     */
    public record Done(
            @Nullable Refusal refusal,
            MonthlyReturn now,
            List<Question> questions,
            @Nullable EditResult result) {
        public Done {
            questions = List.copyOf(questions);
        }
    }

    public ReturnsConfig config() {
        return config;
    }

    /** The day in an enterprise's park. */
    public LocalDate today(String enterprise) {
        return registry.current().timeOf(enterprise).dayOf(clock.instant());
    }

    /** Whether a return of an enterprise is expected. */
    public boolean isExpected(Enterprise enterprise) {
        return switch (config.expectedOf()) {
            case ALL -> true;
            case ABOVE_SCALE -> enterprise.aboveScale();
            case NONE -> false;
        };
    }

    /** The return of an enterprise for a period; one that is not begun is filled in beforehand. */
    public MonthlyReturn look(String enterprise, ReturnPeriod period) {
        return books.read(handle -> ReturnTable.one(handle, enterprise, period))
                .orElseGet(() -> Prefilling.of(
                        enterprise,
                        period,
                        known.signed(enterprise, period.before()),
                        known.metered(enterprise, period),
                        config.uses().get(0)));
    }

    /** All that are begun of a period. */
    public List<MonthlyReturn> of(ReturnPeriod period) {
        return books.read(handle -> ReturnTable.of(handle, period));
    }

    /** The enterprises whose returns of a period are submitted or accepted. */
    public static Set<String> handedIn(Handle handle, ReturnPeriod period) {
        return ReturnTable.handedIn(handle, period);
    }

    /** All of any period that wait to be accepted or given back, oldest period first. */
    public List<SubmittedReturn> submitted() {
        return books.read(ReturnTable::submitted);
    }

    /** What a return was at each of its steps, oldest first. */
    public List<ReturnStep> steps(String enterprise, ReturnPeriod period) {
        return books.read(handle -> ReturnTable.steps(handle, enterprise, period));
    }

    /** What its figures are compared with. */
    public Known known(MonthlyReturn one) {
        return known.of(one.enterpriseId(), one.period());
    }

    /** What is asked about a return: what was asked when it was submitted, and what has come up since, unless it is accepted. */
    public List<Question> questions(MonthlyReturn one) {
        return one.state() == ReturnState.ACCEPTED ? one.asked() : questions(one, known(one));
    }

    /** The same where it is known already what its figures are compared with. */
    public List<Question> questions(MonthlyReturn one, Known compared) {
        Map<String, Question> questions = new LinkedHashMap<>();
        one.asked().forEach(q -> questions.put(q.id(), q));
        Questioning.of(one.figures(), one.period(), compared).forEach(q -> questions.putIfAbsent(q.id(), q));
        return List.copyOf(questions.values());
    }

    /** Keeps what somebody typed. */
    public Done save(String enterprise, ReturnPeriod period, long version, Draft draft, String who) {
        MonthlyReturn before = look(enterprise, period);
        Optional<Refusal> refusal = closed(enterprise, period).or(() -> ReturnRules.againstEditing(before, version));
        if (refusal.isPresent()) {
            return refused(refusal.get(), before);
        }
        return put(before, before.edited(draft, who, clock.instant()), null, null);
    }

    /** Signs a return and hands it in, once all that is asked is answered. */
    public Done submit(String enterprise, ReturnPeriod period, long version, Signature signature) {
        MonthlyReturn before = look(enterprise, period);
        List<Question> questions = questions(before);
        Optional<Refusal> refusal = closed(enterprise, period)
                .or(() -> ReturnRules.againstSubmitting(before, version, questions, today(enterprise)));
        if (refusal.isPresent()) {
            return new Done(refusal.get(), before, questions, null);
        }
        return put(before, before.submitted(questions, signature), signature.account(), null);
    }

    /** Gives a return back to the enterprise. */
    public Done giveBack(String enterprise, ReturnPeriod period, long version, String words, String who) {
        MonthlyReturn before = look(enterprise, period);
        Optional<Refusal> refusal = closed(enterprise, period).or(() -> ReturnRules.againstReturning(before, version));
        if (refusal.isPresent()) {
            return refused(refusal.get(), before);
        }
        return put(before, before.returned(words, clock.instant()), who, words);
    }

    /**
     * Makes a return a statistic of the registry.
     *
     * @param reach what of the registry whoever accepts may change
     */
    public Done accept(
            String enterprise,
            ReturnPeriod period,
            long version,
            @Nullable String words,
            String who,
            String account,
            Reach reach) {
        MonthlyReturn before = look(enterprise, period);
        List<Question> questions = questions(before);
        Optional<Refusal> refusal = ReturnRules.againstAccepting(before, version, questions);
        if (refusal.isPresent()) {
            return new Done(refusal.get(), before, questions, null);
        }
        MonthlyReturn accepted = before.accepted(questions, words, clock.instant());
        EditRequest edits = AcceptedStatistics.edits(accepted, who, account, reach);
        if (edits.edits().isEmpty() && closing(enterprise, period).isPresent()) {
            // The registry, which would say so, is not asked for anything.
            return new Done(Refusal.CLOSED, before, questions, null);
        }
        try {
            EditResult result = registrar.submit(edits, (handle, change) -> {
                ReturnTable.put(handle, accepted);
                ReturnTable.addStep(handle, accepted, who, words);
            });
            return result.applied()
                    ? new Done(null, accepted, questions, result)
                    : new Done(Refusal.REGISTRY, before, questions, result);
        } catch (StaleException e) {
            return refused(Refusal.STALE, look(enterprise, period));
        }
    }

    /** By which closing a period of an enterprise is closed; empty while all of it is open. */
    public Optional<ClosedMonth> closing(String enterprise, ReturnPeriod period) {
        Registry current = registry.current();
        return period.months().stream()
                .flatMap(month -> ClosedMonth.of(current, enterprise, month).stream())
                .findFirst();
    }

    private Optional<Refusal> closed(String enterprise, ReturnPeriod period) {
        return closing(enterprise, period).map(closed -> Refusal.CLOSED);
    }

    /** @param who whose step it is; null for none */
    private Done put(MonthlyReturn before, MonthlyReturn after, @Nullable String who, @Nullable String words) {
        try {
            books.write(tx -> {
                ReturnTable.put(tx.handle(), after);
                if (who != null) {
                    ReturnTable.addStep(tx.handle(), after, who, words);
                }
                return true;
            });
        } catch (StaleException e) {
            return refused(Refusal.STALE, look(before.enterpriseId(), before.period()));
        }
        return new Done(null, after, questions(after), null);
    }

    private Done refused(Refusal refusal, MonthlyReturn now) {
        return new Done(refusal, now, questions(now), null);
    }
}
