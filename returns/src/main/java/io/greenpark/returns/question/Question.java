package io.greenpark.returns.question;

import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import org.jspecify.annotations.Nullable;

/**
 * One question about one figure, as a value; {@link QuestionTexts} says it.
 *
 * @param given the figure; null where it is missing
 * @param compared what it was compared with, per month where {@link #perMonth}; null where there is nothing to compare
 * @param period the earlier period that this is of; null where it is of the same return, of meters, or of none
 * @param perMonth whether both are per month, as one of the periods has two
 * @param number times of {@link AskedRule#SCALE} (negative where the figure is that much smaller), percent of {@link
 *     AskedRule#CHANGE} and {@link AskedRule#METERS}; 0 else
 * @param completenessPercent of the meters; null where none were asked
 */
public record Question(
        AskedRule rule,
        FigureKey figure,
        @Nullable Quantity given,
        @Nullable Quantity compared,
        @Nullable ReturnPeriod period,
        boolean perMonth,
        int number,
        @Nullable Integer completenessPercent) {

    static Question of(AskedRule rule, FigureKey figure, @Nullable Quantity given, @Nullable Quantity compared) {
        return new Question(rule, figure, given, compared, null, false, 0, null);
    }

    Question against(ReturnPeriod of, boolean monthly) {
        return new Question(rule, figure, given, compared, of, monthly, number, completenessPercent);
    }

    Question numbered(int times) {
        return new Question(rule, figure, given, compared, period, perMonth, times, completenessPercent);
    }

    Question metered(int percent) {
        return new Question(rule, figure, given, compared, period, perMonth, number, percent);
    }

    /**
     * What an answer refers to. Another figure is another question, so that a word about one never stands for the next; what it is
     * compared with may go on changing, as late readings come in.
     */
    public String id() {
        String value = given == null ? "none" : given.value().toPlainString() + " " + given.unit();
        String other = rule == AskedRule.VALUE_ADDED_ABOVE_OUTPUT && compared != null
                ? "/" + compared.value().toPlainString()
                : "";
        return rule.code() + "|" + figure.code() + "|" + value + other;
    }
}
