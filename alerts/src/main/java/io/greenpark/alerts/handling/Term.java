package io.greenpark.alerts.handling;

import io.greenpark.alerts.notice.WorkingTime;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How long somebody has to do something.
 *
 * @param amount of the unit, from 1 on
 */
public record Term(int amount, Unit unit) {
    /** What it counts. */
    public enum Unit {
        /** Hours by the clock, day and night. */
        HOURS(new Bilingual("小时", "h")),
        /** Hours in which the office works (工作小时). */
        WORKING_HOURS(new Bilingual("个工作小时", "working hours")),
        /** Days on which it works (工作日); that on which the term begins is not counted, and the last one counts until work ends. */
        WORKING_DAYS(new Bilingual("个工作日", "working days"));

        private final Bilingual words;

        Unit(Bilingual words) {
            this.words = words;
        }
    }

    public Term {
        if (amount < 1) {
            throw new IllegalArgumentException("a term of " + amount + " ends before it begins");
        }
    }

    /** One by the clock. */
    public static Term hours(int hours) {
        return new Term(hours, Unit.HOURS);
    }

    /** When it ends. */
    public Instant after(Instant from, WorkingTime time, ZoneId zone) {
        return switch (unit) {
            case HOURS -> from.plus(Duration.ofHours(amount));
            case WORKING_HOURS -> time.afterHours(from, amount, zone);
            case WORKING_DAYS -> time.afterDays(from, amount, zone);
        };
    }

    /** As people say it: {@code 3 个工作日}. */
    public Bilingual words() {
        return new Bilingual(amount + " " + unit.words.zh(), amount + " " + unit.words.en());
    }
}
