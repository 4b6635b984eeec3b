package io.greenpark.cleanproduction.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.cleanproduction.desk.DeskFixture;
import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Months of the list by park and district; a park with nobody on it has no share. */
class CoverageSeriesTest {
    @RegisterExtension
    final DeskFixture fixture = new DeskFixture(BooksKind.SQLITE, """
          parks: [{id: east, name: {zh: 东园, en: East}}, {id: west}]
          enterprises:
            - {id: a, park: east, industry: food, aboveScale: true, polluting: true}
            - {id: b, park: east, industry: food, aboveScale: true, polluting: true}
        """, "2026-11-30");

    private List<SeriesPoint> points(CoverageSeries series, List<Mark> marks) {
        return fixture.books().<List<SeriesPoint>, RuntimeException>read(handle -> series.points(handle, marks));
    }

    @Test
    void months_since_the_first_list_have_counts_and_months_before_it_have_none() {
        CoverageSeries series = new CoverageSeries(fixture.registry, fixture.clock);
        Instant now = fixture.clock.instant();
        List<Mark> due = series.due(now, now);
        assertThat(due).as("two months of two parks and the district").hasSize(6);
        assertThat(points(series, due)).as("no list, no figure").isEmpty();

        LocalDate day = LocalDate.parse("2026-11-01");
        ListDraft draft = new ListDraft(
                new Paper("金政办〔2026〕12 号", "区政府办公室", null), day, day, "年度更新", null, Set.of("a", "b"), Map.of());
        long number = fixture.lists
                .propose(draft, fixture.desk.today(), "chen", "chen")
                .edition()
                .number();
        fixture.lists.decide(number, Verdict.APPROVED, null, "wu", "wu");

        List<SeriesPoint> points = points(series, due);
        assertThat(points).hasSize(3).allSatisfy(p -> assertThat(Instant.ofEpochMilli(p.timeMs()))
                .isEqualTo(Instant.parse("2026-10-31T16:00:00Z")));
        assertThat(of(points, "park", "east").fields())
                .containsEntry("listed", 2L)
                .containsKey("percent");
        assertThat(of(points, "park", "west").fields())
                .containsEntry("listed", 0L)
                .doesNotContainKey("percent");
        assertThat(points.stream().filter(p -> p.tags().containsKey("district")))
                .singleElement()
                .satisfies(
                        p -> assertThat(p.fields()).containsEntry("listed", 2L).containsEntry("covered", 0L));
        assertThat(fixture.books()
                        .<List<Long>, RuntimeException>read(handle ->
                                series.periods(handle, Mark.Kind.CLEAN_PRODUCTION_MONTH, "east", Long.MIN_VALUE, 10)))
                .as("what an InfluxDB that is filled gets")
                .containsExactly(points.get(0).timeMs());
    }

    private static SeriesPoint of(List<SeriesPoint> points, String tag, String value) {
        return points.stream()
                .filter(p -> value.equals(p.tags().get(tag)))
                .findFirst()
                .orElseThrow();
    }
}
