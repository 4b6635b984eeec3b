package io.greenpark.reports.content;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A report of a month or a quarter on an enterprise, a park or the district, as it is seen by whom it was made for.
 *
 * @param basis how electricity is converted in all of its figures of energy
 * @param state whether the months are closed
 * @param madeAt when its figures were read
 * @param zone whose calendar its days follow
 */
public record Report(
        Subject subject,
        Bilingual name,
        ReportPeriod period,
        ElectricityBasis basis,
        State state,
        Instant madeAt,
        ZoneId zone,
        List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /** What the figures rest on. */
    public enum State {
        /** The last month runs, or has not begun. */
        RUNNING(new Bilingual("期内，数据未全", "the period is not over")),
        /** All months are over, and not all of them are closed. */
        OPEN(new Bilingual("未关账，数据可能变动", "not all months are closed; figures may change")),
        /** All months are closed. */
        CLOSED(new Bilingual("已关账", "all months are closed"));

        private final Bilingual words;

        State(Bilingual words) {
            this.words = words;
        }

        public Bilingual words() {
            return words;
        }
    }

    /** What it is called. */
    public Bilingual title() {
        return period.isQuarter()
                ? new Bilingual("环境与能源季报", "Quarterly report on energy and environment")
                : new Bilingual("环境与能源月报", "Monthly report on energy and environment");
    }
}
