package io.greenpark.returns.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.unit.Carrier;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.closing.ClosedComparisons.Comparison;
import io.greenpark.returns.closing.ClosingDesk.Done;
import io.greenpark.returns.closing.ClosingDesk.MonthState;
import io.greenpark.returns.closing.ClosingDesk.Refusal;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.question.Question;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Months from their checklist to what came in after they were closed, on every database alike. */
class ClosingDeskTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String SITE = """
            registry:
              parks: [{id: p}, {id: q}, {id: empty}]
              enterprises: [{id: e, park: p, industry: food}, {id: f, park: p, industry: food}, {id: g, park: q, industry: food}]
              statistics:
                - {enterprise: e, month: 2026-10, ivaCny: 400000, outputCny: 900000, status: final, source: s, allowedUse: judge}
                - {enterprise: g, month: 2026-10, ivaCny: 100000, status: provisional, source: s, allowedUse: judge}
            %s
            """;
    private static final String TOLD =
            "    - {enterprise: f, month: 2026-10, ivaCny: 50000, status: provisional, source: s, allowedUse: judge}";
    private static final String WITHHELD =
            "    - {enterprise: f, month: 2026-10, ivaCny: 50000, status: provisional, source: s, allowedUse:"
                    + " aggregate-only}";

    /** A clock that a test moves. */
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-09T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final MovedClock clock = new MovedClock();
    private final Map<String, BigDecimal> kwh =
            new HashMap<>(Map.of("e", new BigDecimal("1000"), "f", new BigDecimal("500"), "g", new BigDecimal("200")));
    private final Map<String, BigDecimal> computed = new HashMap<>();
    private double measured = 1;
    private OtherMatters others = OtherMatters.NONE;
    private RegistryService service;
    private ReturnDesk returns;
    private ClosingDesk desk;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        open(TOLD);
    }

    private void open(String ofF) throws IOException {
        if (service != null) {
            service.close();
        }
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE.formatted(ofF));
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, clock);
        EnergyAccounts energy = (subject, from, to, step, basis) -> List.of(energy(subject));
        returns = new ReturnDesk(
                fixture.books(), service, energy, service::submitStatistics, ReturnsConfig.defaults(), clock);
        desk = desk(ClosingConfig.defaults(), service::submitClosing);
    }

    private ClosingDesk desk(ClosingConfig config, ClosingDesk.Registrar registrar) {
        EnergyAccounts energy = (subject, from, to, step, basis) -> List.of(energy(subject));
        IntensityAccounts intensity = (subject, from, to, basis) -> {
            List<IntensityRow> rows = new ArrayList<>();
            for (YearMonth m = from; m.isBefore(to); m = m.plusMonths(1)) {
                rows.add(new IntensityRow(m, intensity(subject, m), intensity(subject, m), null));
            }
            return rows;
        };
        return new ClosingDesk(
                fixture.books(),
                service,
                energy,
                new Standings(intensity, ProgressLevel.Thresholds.defaults()),
                returns,
                registrar,
                others,
                config,
                clock);
    }

    private EnergyRow energy(Subject subject) {
        Map<Carrier, BigDecimal> amounts = new EnumMap<>(Carrier.class);
        amounts.put(Carrier.ELECTRICITY, used(subject));
        return new EnergyRow(
                Instant.EPOCH,
                Instant.EPOCH,
                amounts,
                Map.of(),
                tce(subject),
                null,
                Map.of(),
                Coverage.measured(measured),
                Quality.MEASURED,
                FigureStatus.PROVISIONAL,
                "set-1");
    }

    private BigDecimal used(Subject subject) {
        return subject.enterprises(service.current()).stream().map(kwh::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal tce(Subject subject) {
        return used(subject).multiply(new BigDecimal("0.0001229"));
    }

    /** As officers are told: an area's sum that has a guarded value in it is told here, as if it were safe. */
    private PeriodIntensity intensity(Subject subject, YearMonth month) {
        List<MonthlyStatistic> of = subject.enterprises(service.current()).stream()
                .flatMap(id -> service.current().statistic(id, month).stream())
                .toList();
        boolean told = subject.scope() != Subject.Scope.ENTERPRISE
                || of.stream().noneMatch(s -> s.allowedUse() == AllowedUse.AGGREGATE_ONLY);
        BigDecimal iva = !told || of.isEmpty()
                ? null
                : of.stream().map(MonthlyStatistic::ivaCny).reduce(BigDecimal.ZERO, BigDecimal::add);
        iva = computed.getOrDefault(subject.id(), iva);
        BigDecimal tce = tce(subject);
        return new PeriodIntensity(
                tce,
                iva,
                iva == null ? null : tce.multiply(BigDecimal.valueOf(10_000)).divide(iva, MathContext.DECIMAL64),
                null,
                Coverage.measured(measured),
                Coverage.NONE,
                FigureStatus.PROVISIONAL,
                Map.of());
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static EditRequest by(String who, String reason) {
        return new EditRequest(who, who, Source.CONSOLE, reason, List.of(), null, false, false, Reach.ALL);
    }

    private ClosedMonth closed(String park, String reason) {
        Done done = desk.close(park, OCTOBER, by("wang", reason), Set.of());
        assertThat(done.refusal()).as("%s", done).isNull();
        return done.closed();
    }

    private Comparison of(String enterprise) {
        return desk.comparisons()
                .compare(Subject.enterprise(enterprise), OCTOBER)
                .orElseThrow();
    }

    private void reopen(String park) {
        Edit remove = new Edit(DocumentKey.closing(park, OCTOBER), Verb.REMOVE, null);
        EditResult asked = service.submit(
                new EditRequest("li", "li", Source.API, "a late bill", List.of(remove), null, false, false, Reach.ALL));
        service.reviews().decide(asked.review().request(), Verdict.APPROVED, "wang", "wang", "seen");
        assertThat(service.current().closing(park, OCTOBER)).isEmpty();
    }

    private EditResult correct(String iva) {
        return service.submit(new EditRequest(
                "li",
                Source.API,
                "corrected",
                List.of(new Edit(DocumentKey.statistic("e", OCTOBER), Verb.PATCH, "{\"ivaCny\": \"" + iva + "\"}")),
                null,
                false));
    }

    @Test
    void what_was_shown_is_kept_to_the_last_digit() {
        assertThat(desk.state(service.current().park("p").orElseThrow(), OCTOBER))
                .isEqualTo(MonthState.OPEN);
        ClosedMonth closed = closed("p", "");
        assertThat(closed).isEqualTo(service.current().closing("p", OCTOBER).orElseThrow());
        assertThat(closed.enterprises()).containsExactlyInAnyOrder("e", "f");
        Map<Subject, ClosedFigure> kept = fixture.books().read(handle -> ClosingTable.figures(handle, closed));
        assertThat(kept.keySet())
                .containsExactlyInAnyOrder(Subject.enterprise("e"), Subject.enterprise("f"), Subject.park("p"));
        ClosedFigure e = kept.get(Subject.enterprise("e"));
        assertThat(e.amounts()).containsExactly(Map.entry(Carrier.ELECTRICITY, new BigDecimal("1000")));
        assertThat(e.ivaCny()).isEqualByComparingTo("400000");
        assertThat(e.outputCny()).isEqualByComparingTo("900000");
        assertThat(e.status()).isEqualTo(FigureStatus.FINAL);
        assertThat(e.use()).isEqualTo(AllowedUse.JUDGE);
        assertThat(e.completeness()).isEqualTo(1);
        assertThat(e.bases().get(ElectricityBasis.EQUIVALENT).tce()).isEqualByComparingTo("0.1229");
        assertThat(e.bases().get(ElectricityBasis.EQUIVALENT).coefficientSet()).isEqualTo("set-1");
        assertThat(kept.get(Subject.park("p")).ivaCny()).isEqualByComparingTo("450000");
        assertThat(of("e").changes()).isEmpty();
        assertThat(desk.editions("p", OCTOBER))
                .singleElement()
                .satisfies(edition -> assertThat(edition.who()).isEqualTo("wang"))
                .satisfies(edition -> assertThat(edition.reason()).isNull());
    }

    @Test
    void the_district_is_closed_with_the_last_of_its_parks_and_open_with_the_first_that_is_opened() {
        Subject district = Subject.district(service.current().facts().districtId());
        closed("p", "");
        assertThat(desk.closing(district, OCTOBER)).isEmpty();
        clock.now = clock.now.plusSeconds(60);
        closed("q", "");
        assertThat(desk.comparisons()
                        .compare(district, OCTOBER)
                        .orElseThrow()
                        .closed()
                        .ivaCny())
                .isEqualByComparingTo("550000");
        reopen("p");
        assertThat(desk.closing(district, OCTOBER)).isEmpty();
        clock.now = clock.now.plusSeconds(60);
        closed("p", "");
        assertThat(desk.closing(district, OCTOBER).orElseThrow().parkId()).isEqualTo("p");
        assertThat(desk.close("empty", OCTOBER, by("wang", ""), Set.of()).refusal())
                .isEqualTo(Refusal.NO_ENTERPRISE);
    }

    @Test
    void a_late_reading_is_a_difference_and_is_none_when_it_is_taken_back() {
        ClosedMonth closed = closed("p", "");
        kwh.put("e", new BigDecimal("1000.005"));
        desk.comparisons().note(closed);
        assertThat(of("e").changes()).as("rounding").isEmpty();

        kwh.put("e", new BigDecimal("1100"));
        desk.comparisons().note(closed);
        Instant noticed = clock.now;
        clock.now = clock.now.plusSeconds(3_600);
        desk.comparisons().note(closed);
        assertThat(of("e").changes())
                .extracting(FigureChange::field)
                .contains("electricity", "tce", "tcePer10kCny")
                .doesNotContain("ivaCny");
        assertThat(of("e").changes().get(0))
                .isEqualTo(new FigureChange("electricity", null, "1000", "1100", new BigDecimal("100")));
        assertThat(of("e").since()).isEqualTo(noticed);
        assertThat(of("f").changes()).isEmpty();
        assertThat(desk.comparisons()
                        .compare(Subject.park("p"), OCTOBER)
                        .orElseThrow()
                        .changes())
                .isNotEmpty();

        kwh.put("e", new BigDecimal("1000"));
        desk.comparisons().note(closed);
        assertThat(of("e").changes()).isEmpty();
        assertThat(of("e").since()).isNull();
        kwh.put("e", new BigDecimal("1100"));
        desk.comparisons().note(closed);
        assertThat(of("e").since()).isEqualTo(clock.now);
    }

    @Test
    void a_month_closed_again_is_a_new_edition_beside_the_former_one() {
        closed("p", "");
        reopen("p");
        assertThat(correct("410000").applied()).isTrue();
        ClosedMonth again = closed("p", "");
        assertThat(again.edition()).isEqualTo(2);
        assertThat(desk.editions("p", OCTOBER))
                .extracting(ClosedEdition::edition)
                .containsExactly(2, 1);
        var park = service.current().park("p").orElseThrow();
        assertThat(desk.comparisons()
                        .edition(park, OCTOBER, 1)
                        .get(Subject.enterprise("e"))
                        .ivaCny())
                .isEqualByComparingTo("400000");
        assertThat(desk.comparisons()
                        .edition(park, OCTOBER, 2)
                        .get(Subject.enterprise("e"))
                        .ivaCny())
                .isEqualByComparingTo("410000");
        assertThat(correct("1").accepted()).isFalse();
    }

    @Test
    void what_is_open_is_listed_and_closed_all_the_same_only_with_a_reason() throws IOException {
        open("");
        measured = 0.5;
        Done refused = desk.close("p", OCTOBER, by("wang", " "), Set.of());
        assertThat(refused.refusal()).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(refused.points())
                .contains(
                        new OpenPoint(OpenPoint.Kind.NO_STATISTIC, "f", null, null),
                        new OpenPoint(OpenPoint.Kind.INCOMPLETE, "e", null, "50"))
                .doesNotContain(new OpenPoint(OpenPoint.Kind.NO_STATISTIC, "e", null, null));
        assertThat(service.current().facts().closings()).isEmpty();
        closed("p", "f has stopped for good");
        assertThat(desk.editions("p", OCTOBER).get(0))
                .satisfies(edition -> assertThat(edition.reason()).isEqualTo("f has stopped for good"))
                .satisfies(edition -> assertThat(edition.points()).isEqualTo(refused.points()));
        assertThat(service.history().changesBelow(Long.MAX_VALUE, 1).get(0).reason())
                .isEqualTo("f has stopped for good");
    }

    @Test
    void a_month_with_open_objections_is_closed_only_by_whoever_says_that_they_were_seen() throws IOException {
        OpenPoint objection = new OpenPoint(OpenPoint.Kind.OBJECTION, "e", null, "YY-2026-0007");
        List<OpenPoint> open = new ArrayList<>(List.of(objection));
        others = (enterprises, from, to) -> enterprises.contains("e") && from.isBefore(to) ? open : List.of();
        open(TOLD);
        assertThat(desk.close("p", OCTOBER, by("wang", ""), Set.of()).refusal()).isEqualTo(Refusal.REASON_NEEDED);
        Done unseen = desk.close("p", OCTOBER, by("wang", "the report is due"), Set.of());
        assertThat(unseen.refusal()).isEqualTo(Refusal.OBJECTIONS_UNSEEN);
        assertThat(unseen.points()).containsExactly(objection);
        assertThat(service.current().facts().closings()).isEmpty();

        open.add(new OpenPoint(OpenPoint.Kind.OBJECTION, "e", null, "YY-2026-0008"));
        assertThat(desk.close("p", OCTOBER, by("wang", "the report is due"), Set.of("YY-2026-0007"))
                        .refusal())
                .as("one came meanwhile")
                .isEqualTo(Refusal.OBJECTIONS_UNSEEN);
        assertThat(desk.close("p", OCTOBER, by("wang", "the report is due"), Set.of("YY-2026-0007", "YY-2026-0008"))
                        .refusal())
                .isNull();
        assertThat(desk.editions("p", OCTOBER).get(0).points())
                .as("kept with the closing")
                .isEqualTo(open);
    }

    @Test
    void a_return_that_is_not_accepted_is_open_and_cannot_be_accepted_into_a_closed_month() {
        ReturnPeriod period = new ReturnPeriod(OCTOBER);
        Figures figures = new Figures(
                new Amount(new BigDecimal("95"), ReturnUnit.CNY_10000),
                new Amount(new BigDecimal("40"), ReturnUnit.CNY_10000),
                List.of(),
                Map.of());
        var asked = returns.save("e", period, 0, new Draft(figures, Map.of(), Map.of(), AllowedUse.JUDGE), "li");
        Map<String, String> words = asked.questions().stream().collect(Collectors.toMap(Question::id, q -> "so it is"));
        returns.save("e", period, 1, new Draft(figures, Map.of(), words, AllowedUse.JUDGE), "li");
        MonthlyReturn submitted = returns.submit("e", period, 2, new Signature("李娜", "li", clock.now))
                .now();
        Done done = desk.close("p", OCTOBER, by("wang", "it repeats what we know"), Set.of());
        assertThat(done.points())
                .containsExactly(new OpenPoint(OpenPoint.Kind.RETURN_NOT_ACCEPTED, "e", null, "SUBMITTED"));
        var accepted = returns.accept("e", period, submitted.version(), null, "wang", "wang", Reach.ALL);
        assertThat(accepted.refusal()).isEqualTo(io.greenpark.returns.form.Refusal.REGISTRY);
        assertThat(accepted.result().fates().get(0).faults().get(0).message()).contains("is closed for p, by wang");
        assertThat(returns.look("e", period).state().isOpen()).isFalse();
    }

    @Test
    void what_a_return_says_of_a_closed_month_its_bills_included_stays_until_the_month_is_open_again() {
        ReturnPeriod period = new ReturnPeriod(OCTOBER);
        Bill bill = new Bill(new Amount(new BigDecimal("1000"), ReturnUnit.KWH), null);
        Figures billed = new Figures(null, null, List.of(), Map.of(BillKind.ELECTRICITY, bill));
        Draft draft = new Draft(billed, Map.of(), Map.of(), AllowedUse.JUDGE);
        var kept = returns.save("e", period, 0, draft, "li");
        assertThat(kept.refusal()).isNull();
        closed("p", "e is late");
        Bill other = new Bill(new Amount(new BigDecimal("2000"), ReturnUnit.KWH), null);
        Draft changed = new Draft(
                new Figures(null, null, List.of(), Map.of(BillKind.ELECTRICITY, other)),
                Map.of(),
                Map.of(),
                AllowedUse.JUDGE);
        assertThat(returns.save("e", period, 1, changed, "li").refusal())
                .isEqualTo(io.greenpark.returns.form.Refusal.CLOSED);
        assertThat(returns.save("f", period, 0, changed, "li").refusal())
                .isEqualTo(io.greenpark.returns.form.Refusal.CLOSED);
        assertThat(returns.submit("e", period, 1, new Signature("李娜", "li", clock.now))
                        .refusal())
                .isEqualTo(io.greenpark.returns.form.Refusal.CLOSED);
        assertThat(returns.look("e", period)).isEqualTo(kept.now());
        assertThat(returns.save("g", period, 0, changed, "li").refusal())
                .as("of another park")
                .isNull();
        reopen("p");
        assertThat(returns.save("e", period, 1, changed, "li").refusal()).isNull();
        assertThat(returns.submit("e", period, 2, new Signature("李娜", "li", clock.now))
                        .refusal())
                .isNotEqualTo(io.greenpark.returns.form.Refusal.CLOSED);
    }

    @Test
    void nothing_is_closed_that_runs_that_is_closed_or_that_is_being_computed() {
        assertThat(desk.close("p", OCTOBER.plusMonths(1), by("wang", "r"), Set.of())
                        .refusal())
                .isEqualTo(Refusal.NOT_OVER);
        fixture.books().write(tx -> tx.handle()
                .execute("INSERT INTO account_basis (subject, digest) VALUES ('statistics:e:2026', 'of before')"));
        assertThat(desk.close("p", OCTOBER, by("wang", "r"), Set.of()).refusal())
                .isEqualTo(Refusal.BEING_COMPUTED);
        fixture.books().write(tx -> tx.handle().execute("DELETE FROM account_basis"));
        closed("p", "");
        assertThat(desk.close("p", OCTOBER, by("wang", "r"), Set.of()).refusal())
                .isEqualTo(Refusal.ALREADY_CLOSED);
        assertThat(desk.editions("p", OCTOBER)).hasSize(1);
    }

    @Test
    void months_in_between_are_open_points() {
        closed("p", "");
        clock.now = Instant.parse("2027-01-09T02:00:00Z");
        Done december = desk.close("p", OCTOBER.plusMonths(2), by("wang", ""), Set.of());
        assertThat(december.points()).contains(new OpenPoint(OpenPoint.Kind.EARLIER_MONTH_OPEN, null, null, "2026-11"));
        clock.now = Instant.parse("2027-02-09T02:00:00Z");
        assertThat(desk.close("p", YearMonth.of(2027, 1), by("wang", ""), Set.of())
                        .points())
                .contains(new OpenPoint(OpenPoint.Kind.JANUARY_WITH_FEBRUARY, null, null, null))
                .noneMatch(p -> p.kind() == OpenPoint.Kind.NO_STATISTIC);
    }

    @Test
    void a_process_that_dies_in_between_leaves_the_month_open() {
        ClosingDesk killed = desk(
                ClosingConfig.defaults(),
                (closed, by, seen, alongside) -> service.submitClosing(closed, by, seen, (handle, change) -> {
                    alongside.accept(handle, change);
                    throw new IllegalStateException("killed");
                }));
        assertThatThrownBy(() -> killed.close("p", OCTOBER, by("wang", ""), Set.of()))
                .hasMessageContaining("killed");
        assertThat(service.current().facts().closings()).isEmpty();
        assertThat(desk.editions("p", OCTOBER)).isEmpty();
        Map<Subject, ClosedFigure> kept = fixture.books().read(handle -> ClosingTable.figures(handle, "p", OCTOBER, 1));
        assertThat(kept).isEmpty();
        assertThat(closed("p", "").edition()).isEqualTo(1);
    }

    @Test
    void two_sums_that_differ_by_a_guarded_value_are_never_shown_beside_each_other() throws IOException {
        open(WITHHELD);
        closed("p", "");
        Comparison enterprise = of("f");
        assertThat(enterprise.closed().ivaCny()).isNull();
        assertThat(enterprise.closed().outputCny()).isNull();
        assertThat(enterprise.closed().use()).isEqualTo(AllowedUse.AGGREGATE_ONLY);
        assertThat(desk.comparisons()
                        .compare(Subject.park("p"), OCTOBER)
                        .orElseThrow()
                        .closed()
                        .ivaCny())
                .isEqualByComparingTo("450000");
        // The sum counts an enterprise less now: together both would tell its value.
        computed.put("p", new BigDecimal("400000"));
        Comparison park = desk.comparisons().compare(Subject.park("p"), OCTOBER).orElseThrow();
        assertThat(park.closed().ivaCny()).isNull();
        assertThat(park.closed().bases().values())
                .allSatisfy(basis -> assertThat(basis.tcePer10kCny()).isNull())
                .allSatisfy(basis -> assertThat(basis.tce()).isNotNull());
        assertThat(park.changes())
                .noneMatch(c -> c.field().equals("ivaCny") || c.field().equals("tcePer10kCny"));
        assertThat(desk.comparisons()
                        .edition(service.current().park("p").orElseThrow(), OCTOBER, 1)
                        .get(Subject.park("p"))
                        .ivaCny())
                .isNull();
    }

    private ClosingLoop loop() {
        return new ClosingLoop(fixture.books(), service, desk(new ClosingConfig(10), service::submitClosing), clock);
    }

    @Test
    void by_a_setting_what_is_complete_is_closed_once_on_its_day_in_the_parks_zone() {
        loop().step();
        assertThat(service.current().facts().closings())
                .as("October is of before")
                .isEmpty();
        for (String e : List.of("e", "f", "g")) {
            service.submit(new EditRequest(
                    "li",
                    Source.API,
                    "r",
                    List.of(new Edit(
                            DocumentKey.statistic(e, YearMonth.of(2026, 11)),
                            Verb.PUT,
                            "{\"enterprise\": \"" + e + "\", \"month\": \"2026-11\", \"ivaCny\": \"7\", \"status\":"
                                    + " \"final\", \"source\": \"s\", \"allowedUse\": \"judge\"}")),
                    null,
                    false));
        }
        clock.now = Instant.parse("2026-12-09T15:59:59Z");
        loop().step();
        assertThat(service.current().facts().closings()).isEmpty();
        clock.now = Instant.parse("2026-12-09T16:00:00Z");
        loop().step();
        loop().step();
        assertThat(service.current().facts().closings())
                .extracting(ClosedMonth::parkId, ClosedMonth::month, ClosedMonth::closedBy)
                .containsExactlyInAnyOrder(
                        tuple("p", YearMonth.of(2026, 11), "greenpark"),
                        tuple("q", YearMonth.of(2026, 11), "greenpark"));
        assertThat(service.history().changesBelow(Long.MAX_VALUE, 1).get(0).source())
                .isEqualTo(Source.PLATFORM);
    }

    @Test
    void what_is_not_complete_on_its_day_is_due_and_is_peoples_from_then_on() {
        loop().step();
        clock.now = Instant.parse("2026-12-20T00:00:00Z");
        loop().step();
        assertThat(service.current().facts().closings()).isEmpty();
        assertThat(desk.state(service.current().park("p").orElseThrow(), YearMonth.of(2026, 11)))
                .isEqualTo(MonthState.DUE);
        assertThat(desk.due()).containsEntry("p", List.of(YearMonth.of(2026, 11)));
        assertThat(desk.close("p", YearMonth.of(2026, 11), by("wang", "no statistics this month"), Set.of())
                        .refusal())
                .isNull();
        assertThat(desk.state(service.current().park("p").orElseThrow(), YearMonth.of(2026, 11)))
                .isEqualTo(MonthState.CLOSED);
        assertThat(desk.due()).doesNotContainKey("p");
    }
}
