package io.greenpark.dashboards.source;

import io.greenpark.accounting.intensity.Standings;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which month is shown where none is asked for. */
public final class NewestMonth {
    /** Statistics arrive late. */
    private static final int MONTHS_BACK = 3;

    private final Standings standings;
    private final Clock clock;

    public NewestMonth(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** The last months that are over, newest first, without January. */
    public static List<YearMonth> candidates(YearMonth current) {
        return IntStream.rangeClosed(1, MONTHS_BACK + 1)
                .mapToObj(current::minusMonths)
                .filter(month -> month.getMonth() != Month.JANUARY)
                .limit(MONTHS_BACK)
                .toList();
    }

    /** The newest in which at least half can be stated of those that can in any; never January, which is judged with February. */
    public YearMonth of(List<Subject> subjects, ElectricityBasis basis, ZoneId zone) {
        List<YearMonth> months = candidates(YearMonth.from(clock.instant().atZone(zone)));
        Map<YearMonth, Long> stated = standings.stated(subjects, months, basis);
        long most = Collections.max(stated.values());
        for (Map.Entry<YearMonth, Long> month : stated.entrySet()) {
            if (most > 0 && month.getValue() * 2 >= most) {
                return month.getKey();
            }
        }
        return months.get(0);
    }
}
