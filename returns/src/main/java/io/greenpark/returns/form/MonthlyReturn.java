package io.greenpark.returns.form;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.question.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says of a period.
 *
 * @param version 1, 2, 3 ... of every change; 0 where nobody has begun
 * @param prefilled figures that were filled in beforehand
 * @param answers by the id of the question, also of those that are not asked any more
 * @param asked what was asked when it was submitted; empty before
 * @param signature null until it is submitted
 * @param words what the officer said who returned or accepted it; null where nothing was
 * @param changedAt when it was changed last; null where nobody has begun
 */
public record MonthlyReturn(
        String enterpriseId,
        ReturnPeriod period,
        long version,
        ReturnState state,
        Figures figures,
        Map<FigureKey, Prefill> prefilled,
        Map<String, Answer> answers,
        List<Question> asked,
        AllowedUse allowedUse,
        @Nullable Signature signature,
        @Nullable String words,
        @Nullable Instant changedAt) {
    public MonthlyReturn {
        prefilled = Map.copyOf(prefilled);
        answers = Map.copyOf(answers);
        asked = List.copyOf(asked);
    }

    /** One that nobody has begun. */
    public static MonthlyReturn notBegun(
            String enterpriseId,
            ReturnPeriod period,
            Figures figures,
            Map<FigureKey, Prefill> prefilled,
            AllowedUse use) {
        return new MonthlyReturn(
                enterpriseId,
                period,
                0,
                ReturnState.NOT_BEGUN,
                figures,
                prefilled,
                Map.of(),
                List.of(),
                use,
                null,
                null,
                null);
    }

    /** What belongs to it in other rooms, as files: {@code return:hengda-tools:2026-10}. */
    public static String ownerKey(String enterpriseId, ReturnPeriod period) {
        return "return:" + enterpriseId + ":" + period.code();
    }

    /** Of some questions those without an answer. */
    public List<Question> unanswered(List<Question> questions) {
        return questions.stream().filter(q -> !answers.containsKey(q.id())).toList();
    }

    /** Figures that were filled in beforehand and that nobody has confirmed. */
    public List<FigureKey> unconfirmed() {
        var stated = figures.stated().keySet();
        return prefilled.entrySet().stream()
                .filter(e -> !e.getValue().confirmed() && stated.contains(e.getKey()))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** The same after somebody typed. An answer stays as it was first given where the word is the same. */
    public MonthlyReturn edited(Draft draft, String who, Instant at) {
        Map<String, Answer> now = new HashMap<>();
        draft.words().forEach((id, word) -> {
            Answer before = answers.get(id);
            now.put(id, before != null && before.word().equals(word) ? before : new Answer(word, who, at));
        });
        return new MonthlyReturn(
                enterpriseId,
                period,
                version + 1,
                state == ReturnState.RETURNED ? state : ReturnState.DRAFT,
                draft.figures(),
                draft.prefilled(),
                now,
                List.of(),
                draft.allowedUse(),
                null,
                words,
                at);
    }

    /** The same once it is signed. */
    public MonthlyReturn submitted(List<Question> questions, Signature signed) {
        return next(ReturnState.SUBMITTED, questions, signed, null, signed.at());
    }

    /** The same given back. */
    public MonthlyReturn returned(String said, Instant at) {
        return next(ReturnState.RETURNED, asked, signature, said, at);
    }

    /** The same accepted, with what was asked until then. */
    public MonthlyReturn accepted(List<Question> questions, @Nullable String said, Instant at) {
        return next(ReturnState.ACCEPTED, questions, signature, said, at);
    }

    private MonthlyReturn next(
            ReturnState to, List<Question> questions, @Nullable Signature signed, @Nullable String said, Instant at) {
        return new MonthlyReturn(
                enterpriseId,
                period,
                version + 1,
                to,
                figures,
                prefilled,
                answers,
                questions,
                allowedUse,
                signed,
                said,
                at);
    }
}
