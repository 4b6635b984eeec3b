package io.greenpark.plan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.SheetDesk.Entry;
import io.greenpark.plan.light.Light;
import io.greenpark.plan.light.Why;
import io.greenpark.plan.rule.Finding.Verdict;
import io.greenpark.plan.sample.SamplePlan;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.value.CleanCoverage;
import io.greenpark.plan.value.Figure.Origin;
import io.greenpark.plan.value.Progress;
import io.greenpark.plan.value.Statement.Kind;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plans, values, yearly sheets and the board that is made of them, on every database alike. */
class PlanDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PlanPeriod Q3 = PlanPeriod.quarter(2026, 3);
    private static final PlanPeriod YEAR = PlanPeriod.year(2026);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Map<Subject, Map<Integer, BigDecimal>> changes = new HashMap<>();
    private BigDecimal tceAMonth = BigDecimal.TEN;
    private RegistryService service;
    private PlanDesk desk;
    private SheetDesk sheets;
    private PlanFigures figures;
    private Board board;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), """
                registry:
                  district: {id: d}
                  parks: [{id: east}, {id: west}]
                  enterprises:
                    - {id: a, park: east, industry: hardware-tools, aboveScale: true, landMu: 10, approvedEnergyTce: 150,
                       performanceClasses: {2025: A}}
                    - {id: b, park: east, industry: food-processing, aboveScale: true, landMu: 30}
                    - {id: c, park: west, industry: food-processing}
                    - {id: gone, park: west, industry: food-processing, operation: {2024-05-01: {state: closed}}}
                """);
        Problems problems = new Problems();
        ConfigFile config = ConfigFile.read(file, List.of(), problems);
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, CLOCK);
        desk = new PlanDesk(fixture.books(), CLOCK);
        sheets = new SheetDesk(fixture.books(), service, SheetNews.NONE, CLOCK);
        AccountFigures accounts = new AccountFigures(
                fixture.books(),
                (subject, from, to, basis) -> Stream.iterate(from, m -> m.isBefore(to), m -> m.plusMonths(1))
                        .map(m -> intensity(subject, m))
                        .toList(),
                (subject, from, to, step, basis) -> Stream.iterate(from, d -> d.isBefore(to), d -> d.plusMonths(1))
                        .map(d -> energy())
                        .toList());
        figures = new PlanFigures(service, sheets, accounts, CleanCoverage.NONE, CLOCK);
        board = new Board(desk, figures);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private IntensityRow intensity(Subject subject, YearMonth month) {
        BigDecimal change = changes.getOrDefault(subject, Map.of()).get(month.getYear());
        PeriodIntensity of = new PeriodIntensity(
                subject.id().equals("c") ? null : BigDecimal.ONE,
                null,
                null,
                change,
                Coverage.NONE,
                Coverage.NONE,
                FigureStatus.FINAL,
                change == null ? Map.of("changePercent", Reason.of(Cause.NO_BOUNDARY_METER)) : Map.of());
        return new IntensityRow(month, of, of, null);
    }

    private EnergyRow energy() {
        return new EnergyRow(
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                tceAMonth,
                null,
                Map.of(),
                Coverage.measured(1),
                Quality.MEASURED,
                FigureStatus.FINAL,
                null);
    }

    private Plan open(String id, int firstYear) {
        Plan plan = SamplePlan.read().copied(id, new Bilingual("规划", "plan"), Bilingual.same("d"), firstYear);
        assertThat(desk.add(plan, "wang").refusal()).isNull();
        return plan;
    }

    /** The same, where a figure of any part of the enterprises may stand first. */
    private Plan openOfFew(String id, int firstYear) {
        Plan plan = PlanReading.read(
                id,
                1,
                PlanText.write(SamplePlan.read()
                                .copied(id, new Bilingual("规划", "plan"), Bilingual.same("d"), firstYear))
                        .replace("\"leastCoveragePercent\":\"90\"", "\"leastCoveragePercent\":\"0\""));
        assertThat(desk.add(plan, "wang").refusal()).isNull();
        return plan;
    }

    private static PlanDesk.Entry typed(String target, PlanPeriod period, long version, String value) {
        return entry(target, period, Area.DISTRICT, Kind.TYPED, version, value);
    }

    private static PlanDesk.Entry entry(
            String target, PlanPeriod period, Area area, Kind kind, long version, String value) {
        return new PlanDesk.Entry(
                target, period, area, kind, version, value == null ? null : new BigDecimal(value), null, "季报", null);
    }

    private BoardRow row(Plan plan, PlanPeriod at, String number) {
        return board.rows(plan, at, plan.target(number).orElseThrow()).get(0);
    }

    private static SheetFigures sheet(String land, String tax, String output, Boolean aboveScale, Boolean inPark) {
        return new SheetFigures(
                n(land),
                n(land),
                n(tax),
                n("200000000"),
                n(output),
                n("6000000"),
                n("90"),
                null,
                n("85"),
                PerformanceClass.B,
                aboveScale,
                null,
                inPark,
                "food-processing");
    }

    private static BigDecimal n(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private void enter(String enterprise, int year, SheetFigures figures) {
        long version = sheets.look(enterprise, year).version();
        assertThat(sheets.enter(List.of(new Entry(enterprise, year, version, figures, "税务", AllowedUse.JUDGE)), "wang")
                        .refusal())
                .isNull();
    }

    @Test
    void nothing_is_there_before_somebody_asks_for_it_and_several_plans_stand_side_by_side() {
        assertThat(desk.plans()).isEmpty();
        assertThat(desk.add(SamplePlan.read(), "wang").refusal()).isNull();
        open("next", 2024);
        assertThat(desk.plans()).extracting(Plan::id).containsExactly("next", SamplePlan.ID);
        assertThat(desk.add(SamplePlan.read(), "wang").refusal()).isEqualTo(Refusal.TAKEN);
        assertThat(desk.plan(SamplePlan.ID)).contains(SamplePlan.read());
    }

    @Test
    void of_a_closed_plan_neither_targets_nor_values_change() {
        Plan sample = SamplePlan.read();
        desk.add(sample, "wang");
        assertThat(desk.change(sample, "wang").refusal()).isEqualTo(Refusal.CLOSED);
        assertThat(desk.state(sample, List.of(typed("12", PlanPeriod.year(2022), 0, "1")), TODAY, "wang")
                        .refusal())
                .isEqualTo(Refusal.CLOSED);
    }

    @Test
    void a_plan_is_changed_on_the_version_that_was_seen_and_never_under_its_values() {
        Plan plan = open("next", 2024);
        desk.state(plan, List.of(typed("12", Q3, 0, "500")), TODAY, "wang");
        Plan without12 = without(plan, "12");
        assertThat(desk.change(without12, "li").refusal()).isEqualTo(Refusal.HAS_VALUES);
        assertThat(desk.change(without(plan, "16"), "li").refusal()).isNull();
        assertThat(desk.change(without(plan, "11"), "li").refusal()).isEqualTo(Refusal.STALE);
        assertThat(refused(plan, typed("16", Q3, 0, "1")))
                .as("stated of a plan that is another by now")
                .isEqualTo(Refusal.STALE);
        assertThat(desk.steps("next")).extracting(Step::who).containsExactly("wang", "li");
        assertThat(desk.steps("next").get(0).what().target("16")).isPresent();
    }

    private static Plan without(Plan plan, String number) {
        return new Plan(
                plan.id(),
                plan.name(),
                plan.document(),
                plan.state(),
                false,
                plan.baseYear(),
                plan.firstYear(),
                plan.lastYear(),
                plan.marks(),
                plan.version(),
                plan.targets().stream().filter(t -> !t.number().equals(number)).toList());
    }

    @Test
    void a_quarter_is_typed_as_a_whole_or_not_at_all_and_every_version_of_a_value_stays() {
        Plan plan = open("next", 2024);
        List<PlanDesk.Entry> quarter = List.of(
                typed("12", Q3, 0, "500"),
                typed("16", Q3, 0, "3"),
                new PlanDesk.Entry("15", Q3, Area.DISTRICT, Kind.TYPED, 0, null, Progress.UNDER_WAY, "发改", "已出台办法"));
        assertThat(desk.state(plan, quarter, TODAY, "wang").refusal()).isNull();
        List<PlanDesk.Entry> half = List.of(typed("13.1", Q3, 0, "5"), typed("12", Q3, 0, "600"));
        assertThat(desk.state(plan, half, TODAY, "li")).isEqualTo(new PlanDesk.Done(Refusal.STALE, "12"));
        assertThat(desk.statements("next")).hasSize(3);
        assertThat(desk.state(plan, List.of(typed("12", Q3, 1, "500.0")), TODAY, "li")
                        .refusal())
                .isNull();
        assertThat(desk.statementSteps("next", "12")).hasSize(1);
        desk.state(plan, List.of(typed("12", Q3, 1, "600")), TODAY, "li");
        desk.state(plan, List.of(typed("12", Q3, 2, null)), TODAY, "li");
        assertThat(desk.statementSteps("next", "12"))
                .extracting(s -> s.value() == null ? null : s.value().intValue())
                .containsExactly(500, 600, null);
        assertThat(row(plan, Q3, "12").standing().why()).isEqualTo(Why.NOTHING_KNOWN);
    }

    @Test
    void what_does_not_fit_a_target_is_refused() {
        Plan plan = open("next", 2024);
        assertThat(refused(plan, typed("99", Q3, 0, "1"))).isEqualTo(Refusal.NO_TARGET);
        assertThat(refused(plan, typed("12", PlanPeriod.year(2027), 0, "1"))).isEqualTo(Refusal.NO_PERIOD);
        assertThat(refused(open("later", 2026), typed("12", PlanPeriod.quarter(2027, 1), 0, "1")))
                .isEqualTo(Refusal.NOT_BEGUN);
        assertThat(refused(plan, typed("15", Q3, 0, "1"))).isEqualTo(Refusal.NO_VALUE);
        assertThat(refused(plan, entry("12", Q3, new Area("east"), Kind.TYPED, 0, "1")))
                .isEqualTo(Refusal.NO_AREA);
    }

    @Test
    void of_a_target_that_is_closed_nothing_is_stated_any_more_and_what_was_stays() {
        Plan plan = open("next", 2024);
        assertThat(desk.state(plan, List.of(typed("12", Q3, 0, "500")), TODAY, "wang")
                        .refusal())
                .isNull();
        String text = PlanText.write(plan);
        String closing = text.replace("\"number\":\"12\",", "\"number\":\"12\",\"closed\":true,");
        assertThat(closing).isNotEqualTo(text);
        assertThat(desk.change(PlanReading.read("next", plan.version(), closing), "li")
                        .refusal())
                .isNull();
        Plan closed = desk.plan("next").orElseThrow();
        assertThat(refused(closed, typed("12", Q3, 1, "600"))).isEqualTo(Refusal.TARGET_CLOSED);
        assertThat(row(closed, Q3, "12").newest().value()).isEqualByComparingTo("500");
        assertThat(desk.change(PlanReading.read("next", closed.version(), text), "li")
                        .refusal())
                .isNull();
        assertThat(refused(desk.plan("next").orElseThrow(), typed("12", Q3, 1, "600")))
                .isNull();
    }

    @Test
    void shares_beyond_their_whole_and_amounts_below_nothing_are_refused() {
        Plan plan = open("next", 2024);
        assertThat(refused(plan, typed("2.1", Q3, 0, "250"))).isEqualTo(Refusal.TOO_HIGH);
        assertThat(refused(plan, typed("2.1", Q3, 0, "-1"))).isEqualTo(Refusal.TOO_LOW);
        assertThat(refused(plan, typed("9", Q3, 0, "-4"))).isEqualTo(Refusal.TOO_LOW);
        assertThat(refused(plan, typed("17.1", Q3, 0, "-4"))).isEqualTo(Refusal.TOO_LOW);
        assertThat(refused(plan, typed("14", Q3, 0, "2.5"))).isEqualTo(Refusal.NOT_WHOLE);
        assertThat(refused(plan, typed("1", Q3, 0, "-101"))).isEqualTo(Refusal.TOO_LOW);
        // A change may well be below 0, a number of firms above a hundred, and more used than was approved.
        for (PlanDesk.Entry fine : List.of(
                typed("1", Q3, 0, "-6"),
                typed("17.1", Q3, 0, "310"),
                typed("2.1", Q3, 0, "100"),
                typed("29.2", Q3, 0, "104"))) {
            assertThat(refused(plan, fine)).as(fine.target()).isNull();
        }
    }

    @Test
    void what_is_ten_times_the_last_or_more_than_listed_is_asked_about_until_a_note_says_why() {
        Plan plan = open("next", 2024);
        PlanPeriod q2 = PlanPeriod.quarter(2026, 2);
        desk.state(plan, List.of(typed("12", q2, 0, "520"), typed("12", PlanPeriod.year(2025), 0, "9")), TODAY, "wang");
        PlanDesk.Entry sudden = typed("12", Q3, 0, "5200");
        assertThat(board.questions(plan, List.of(sudden, typed("14", Q3, 0, "12"))))
                .extracting(Sense.Question::target, Sense.Question::kind)
                .containsExactly(tuple("12", Sense.Kind.TENFOLD), tuple("14", Sense.Kind.MORE_THAN_LISTED));
        assertThat(board.questions(plan, List.of(typed("12", Q3, 0, "5199"), typed("14", Q3, 0, "0"))))
                .isEmpty();
        PlanDesk.Entry answered =
                new PlanDesk.Entry("12", Q3, Area.DISTRICT, Kind.TYPED, 0, n("5200"), null, "季报", "含两处整村搬迁");
        assertThat(board.questions(plan, List.of(answered))).isEmpty();
        desk.state(plan, List.of(answered), TODAY, "wang");
        // What stands already is not asked about again.
        assertThat(board.questions(plan, List.of(typed("12", Q3, 1, "5200")))).isEmpty();
    }

    @Test
    void a_figure_of_too_few_enterprises_stands_beside_what_was_typed_and_not_before_it() {
        Plan plan = open("next", 2024);
        enter("a", 2026, sheet("10", "330000", "120000000", true, true));
        BoardRow nothing = row(plan, YEAR, "2.1");
        assertThat(nothing.newest()).isNull();
        assertThat(nothing.asked().measured().value()).isEqualByComparingTo("100");
        assertThat(nothing.standing().why()).isEqualTo(Why.TOO_FEW_KNOWN);
        desk.state(plan, List.of(typed("2.1", YEAR, 0, "6")), TODAY, "wang");
        BoardRow typed = row(plan, YEAR, "2.1");
        assertThat(typed.newest().origin()).isEqualTo(Origin.TYPED);
        assertThat(typed.newest().measured().known()).isEqualTo(1);
        assertThat(typed.standing().reached()).isEqualByComparingTo("6");

        // A target may have its own.
        String text = PlanText.write(plan);
        String own = text.replace("\"number\":\"2.1\",", "\"number\":\"2.1\",\"leastCoveragePercent\":\"33\",");
        assertThat(desk.change(PlanReading.read("next", plan.version(), own), "li")
                        .refusal())
                .isNull();
        Plan changed = desk.plan("next").orElseThrow();
        assertThat(row(changed, YEAR, "2.1").newest().origin()).isEqualTo(Origin.MEASURED);
        assertThat(PlanReading.read("next", changed.version(), PlanText.write(changed)))
                .isEqualTo(changed);

        // Whoever is known to be small is none of those above scale that there have to be data of.
        enter("b", 2026, sheet("10", "1", "1", false, true));
        enter("c", 2026, sheet("10", "1", "1", false, true));
        assertThat(row(plan, YEAR, "2.2").newest().origin()).isEqualTo(Origin.MEASURED);
        assertThat(row(plan, YEAR, "2.2").newest().measured().all()).isEqualTo(1);
    }

    @Test
    void what_other_periods_come_to_stands_beside_a_sum() {
        Plan plan = open("next", 2024);
        desk.state(
                plan,
                List.of(
                        typed("12", PlanPeriod.year(2024), 0, "2150"),
                        typed("12", PlanPeriod.quarter(2026, 1), 0, "500"),
                        typed("12", Q3, 0, "70")),
                TODAY,
                "wang");
        assertThat(row(plan, Q3, "12").beside()).isEqualByComparingTo("2650");
        assertThat(row(plan, YEAR, "12").beside()).isEqualByComparingTo("2150");
        assertThat(row(plan, Q3, "2.1").beside()).isNull();
    }

    private Refusal refused(Plan plan, PlanDesk.Entry entry) {
        return desk.state(plan, List.of(entry), TODAY, "wang").refusal();
    }

    @Test
    void the_published_figure_stands_first_then_ours_then_what_was_typed() {
        Plan plan = openOfFew("next", 2026);
        changes.put(Subject.district("d"), Map.of(2026, n("-4")));
        desk.state(plan, List.of(typed("1", Q3, 0, "-9")), TODAY, "wang");
        BoardRow ours = row(plan, Q3, "1");
        assertThat(ours.newest().origin()).isEqualTo(Origin.MEASURED);
        assertThat(ours.newest().value()).isEqualByComparingTo("-4");
        assertThat(ours.newest().measured().known()).isEqualTo(2);
        assertThat(ours.newest().measured().all()).isEqualTo(3);
        assertThat(ours.standing().light()).isEqualTo(Light.AMBER);

        desk.state(plan, List.of(entry("1", Q3, Area.DISTRICT, Kind.PUBLISHED, 0, "-5.5")), TODAY, "wang");
        BoardRow published = row(plan, Q3, "1");
        assertThat(published.newest().value()).isEqualByComparingTo("-5.5");
        assertThat(published.newest().measured().value()).isEqualByComparingTo("-4");
        assertThat(published.standing().light()).isEqualTo(Light.GREEN);

        changes.clear();
        desk.state(plan, List.of(entry("1", Q3, Area.DISTRICT, Kind.PUBLISHED, 1, null)), TODAY, "wang");
        BoardRow typed = row(plan, Q3, "1");
        assertThat(typed.newest().value()).isEqualByComparingTo("-9");
        assertThat(typed.newest().measured().missing().en()).isNotBlank();
    }

    @Test
    void energy_of_the_plan_lets_a_weak_year_be_made_up_for_the_district_and_for_each_park() {
        Plan plan = openOfFew("next", 2024);
        changes.put(Subject.district("d"), Map.of(2024, n("-2"), 2025, n("-8"), 2026, n("-5")));
        changes.put(Subject.park("east"), Map.of(2024, n("-2"), 2025, n("-2"), 2026, n("-2")));
        List<BoardRow> rows = board.rows(plan, Q3, plan.target("1").orElseThrow());
        assertThat(rows).extracting(r -> r.area().code()).containsExactly("*", "east", "west");
        assertThat(rows.get(0).standing().reached()).isEqualByComparingTo("-14.348");
        assertThat(rows).extracting(r -> r.standing().light()).containsExactly(Light.GREEN, Light.RED, Light.GREY);
    }

    @Test
    void what_is_not_there_yet_says_so() {
        Plan plan = open("next", 2024);
        BoardRow clean = row(plan, Q3, "5");
        assertThat(clean.standing().light()).isEqualTo(Light.GREY);
        assertThat(clean.asked().measured().missing().zh()).contains("清洁生产");
        assertThat(row(plan, PlanPeriod.year(2025), "27.2").asked().measured().missing())
                .isNotNull();
    }

    @Test
    void sums_of_sheets_say_of_how_many_enterprises_there_are_data() {
        Plan plan = openOfFew("next", 2024);
        enter("a", 2025, sheet("10", "300000", "100000000", true, true));
        enter("a", 2026, sheet("10", "330000", "120000000", true, true));
        enter("b", 2025, sheet("30", "900000", null, true, null));
        enter("b", 2026, sheet("30", "990000", "50000000", true, false));
        assertThat(row(plan, YEAR, "2.1").asked().value()).isEqualByComparingTo("50");
        assertThat(row(plan, YEAR, "2.1").asked().measured().known()).isEqualTo(2);
        assertThat(row(plan, YEAR, "2.1").asked().measured().all()).isEqualTo(3);
        assertThat(row(plan, YEAR, "7").figures())
                .filteredOn(f -> f.period().equals(YEAR))
                .singleElement()
                .satisfies(f -> assertThat(f.value()).isEqualByComparingTo("20"));
        // (1,320,000 / 40) / (1,200,000 / 40) - 1
        assertThat(row(plan, YEAR, "23.1").asked().value()).isEqualByComparingTo("10");
        assertThat(row(plan, YEAR, "8").asked().value()).isEqualByComparingTo("3");
        assertThat(row(plan, YEAR, "17d.1").asked().value()).isEqualByComparingTo("2");
        assertThat(row(plan, YEAR, "17d.2").asked().value()).isEqualByComparingTo("1.7");
        // A quarter has no sheet of its own: the last year that is over stands, and says that it is of that year.
        assertThat(row(plan, PlanPeriod.quarter(2026, 4), "2.1").newest().period())
                .isEqualTo(PlanPeriod.year(2025));
        assertThat(row(plan, PlanPeriod.quarter(2026, 4), "2.1").asked().measured())
                .isNull();
        // Of a year without any sheet nothing is known, and nothing is 0.
        assertThat(row(plan, PlanPeriod.year(2024), "17d.1").asked().value()).isNull();
    }

    @Test
    void lists_are_made_of_sheets_and_of_what_the_meters_counted() {
        Plan plan = open("next", 2024);
        tceAMonth = n("9.9");
        enter("a", 2025, sheet("10", "1", "1", true, true));
        enter("b", 2025, sheet("10", "1", "1", true, true));
        PlanFigures.AtOneMoment now = figures.now();
        Map<String, Verdict> found = new HashMap<>();
        now.findings(plan.target("19").orElseThrow().rule(), Area.DISTRICT, Q3)
                .forEach(f -> found.put(f.enterpriseId(), f.verdict()));
        // 12 x 9.9 of 150 are 79.2 %; of b nobody knows what was approved; c has no sheet; the closed one is not asked
        // about.
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", Verdict.NOT_LISTED, "b", Verdict.UNKNOWN, "c", Verdict.UNKNOWN));
        // Sheets are of whole years: a quarter is judged by the last that is over.
        assertThat(row(plan, Q3, "14").listed())
                .isEqualTo(row(plan, PlanPeriod.year(2025), "14").listed());
        BoardRow row = row(plan, Q3, "14");
        assertThat(row.listed().listed()).isEqualTo(2);
        assertThat(row.listed().unknown()).isEqualTo(1);
        assertThat(row.standing().why()).isEqualTo(Why.SOME_NOT_SEEN_TO);
    }

    @Test
    void a_sheet_is_entered_by_an_officer_and_confirmed_or_objected_to_by_its_enterprise() {
        YearSheet fresh = sheets.look("a", 2025);
        assertThat(fresh.state()).isEqualTo(SheetState.NOT_BEGUN);
        assertThat(fresh.figures().landMu()).isEqualByComparingTo("10");
        assertThat(fresh.figures().performanceClass()).isEqualTo(PerformanceClass.A);
        assertThat(sheets.answer("a", 2025, 0, true, null, "li").refusal()).isEqualTo(Refusal.STATE);

        SheetFigures entered = sheet("10", "1", "1", true, true);
        enter("a", 2025, entered);
        assertThat(sheets.answer("a", 2025, 1, false, "税收应为 2 元", "li").refusal())
                .isNull();
        assertThat(sheets.look("a", 2025).state()).isEqualTo(SheetState.OBJECTED);
        assertThat(sheets.answer("a", 2025, 2, true, null, "li").refusal()).isEqualTo(Refusal.STATE);
        enter("a", 2025, sheet("10", "2", "1", true, true));
        assertThat(sheets.look("a", 2025).words()).isNull();
        assertThat(sheets.answer("a", 2025, 3, true, null, "li").refusal()).isNull();
        enter("a", 2025, sheet("10", "2", "1", true, true));
        assertThat(sheets.look("a", 2025).state()).isEqualTo(SheetState.CONFIRMED);
        assertThat(sheets.steps("a", 2025))
                .extracting(YearSheet::state)
                .containsExactly(SheetState.ENTERED, SheetState.OBJECTED, SheetState.ENTERED, SheetState.CONFIRMED);
        assertThat(sheets.steps("a", 2025).get(0).figures()).isEqualTo(entered);
    }

    @Test
    void sheets_of_many_are_entered_together_or_not_at_all() {
        enter("b", 2025, sheet("10", "1", "1", true, true));
        Entry first = new Entry("a", 2025, 0, SheetFigures.EMPTY, "税务", AllowedUse.JUDGE);
        Entry stale = new Entry("b", 2025, 0, SheetFigures.EMPTY, "税务", AllowedUse.JUDGE);
        assertThat(sheets.enter(List.of(first, stale), "wang")).isEqualTo(new SheetDesk.Done(Refusal.STALE, "b"));
        assertThat(sheets.of(2025, 2025)).extracting(YearSheet::enterpriseId).containsExactly("b");
    }

    @Test
    void all_of_it_is_there_after_a_restart() {
        Plan plan = open("next", 2024);
        desk.state(plan, List.of(typed("12", Q3, 0, "500")), TODAY, "wang");
        enter("a", 2025, sheet("10", "1", "1", true, true));
        List<YearSheet> before = sheets.of(2025, 2025);
        fixture.reopen();
        PlanDesk again = new PlanDesk(fixture.books(), CLOCK);
        assertThat(again.plan("next")).contains(plan);
        assertThat(again.statements("next")).hasSize(1);
        assertThat(new SheetDesk(fixture.books(), service, SheetNews.NONE, CLOCK).of(2025, 2025))
                .isEqualTo(before);
    }
}
