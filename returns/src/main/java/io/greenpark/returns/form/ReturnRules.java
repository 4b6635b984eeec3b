package io.greenpark.returns.form;

import io.greenpark.returns.question.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What stands against the next step of a return. */
public final class ReturnRules {
    private ReturnRules() {}

    /** Against changing it. */
    public static Optional<Refusal> againstEditing(MonthlyReturn now, long version) {
        return version != now.version()
                ? Optional.of(Refusal.STALE)
                : now.state().isOpen() ? Optional.empty() : Optional.of(Refusal.STATE);
    }

    /** Against submitting it: nothing that is asked may be left without a word. */
    public static Optional<Refusal> againstSubmitting(
            MonthlyReturn now, long version, List<Question> questions, LocalDate today) {
        if (version != now.version()) {
            return Optional.of(Refusal.STALE);
        }
        if (now.state() != ReturnState.DRAFT && now.state() != ReturnState.RETURNED) {
            return Optional.of(Refusal.STATE);
        }
        if (!now.period().isOver(today)) {
            return Optional.of(Refusal.NOT_OVER);
        }
        if (now.figures().stated().isEmpty()) {
            return Optional.of(Refusal.EMPTY);
        }
        if (!now.unconfirmed().isEmpty()) {
            return Optional.of(Refusal.UNCONFIRMED);
        }
        return now.unanswered(questions).isEmpty() ? Optional.empty() : Optional.of(Refusal.UNANSWERED);
    }

    /** Against giving it back. */
    public static Optional<Refusal> againstReturning(MonthlyReturn now, long version) {
        return version != now.version()
                ? Optional.of(Refusal.STALE)
                : now.state() == ReturnState.SUBMITTED ? Optional.empty() : Optional.of(Refusal.STATE);
    }

    /** Against accepting it; what has come up since it was submitted is asked too. */
    public static Optional<Refusal> againstAccepting(MonthlyReturn now, long version, List<Question> questions) {
        return againstReturning(now, version)
                .or(() -> now.unanswered(questions).isEmpty() ? Optional.empty() : Optional.of(Refusal.UNANSWERED));
    }
}
