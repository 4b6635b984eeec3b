package io.greenpark.returns.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.desk.ReturnDesk.Done;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Prefill;
import io.greenpark.returns.form.Refusal;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.question.GeneratedReturns;
import io.greenpark.returns.question.GeneratedReturns.Generated;
import io.greenpark.returns.question.Question;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a return, from what is filled in beforehand to a statistic of the registry, on every database alike. */
class ReturnDeskTest {
    private static final ReturnPeriod OCTOBER = new ReturnPeriod(YearMonth.of(2026, 10));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T02:00:00Z"), ZoneOffset.UTC);
    private static final Signature LI = new Signature("李娜", "li", CLOCK.instant());

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Map<Carrier, BigDecimal> counted = new HashMap<>();
    private double completeness = 1;
    private RegistryService service;
    private ReturnDesk desk;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        String enterprises = IntStream.range(0, 300)
                .mapToObj(i -> "{id: e-" + i + ", park: p, industry: food, aboveScale: true}")
                .collect(Collectors.joining(", "));
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), """
                registry:
                  parks: [{id: p}]
                  enterprises: [%s]
                  devices:
                    - {id: new, enterprise: e-4, acceptance: pending, points: [{key: kwh, quantity: electricity, unit: kWh,
                         kind: register, carrier: electricity, boundary: true, validFrom: 1970-01-01T00:00:00Z}]}
                  statistics:
                    - {enterprise: e-1, month: 2026-09, outputCny: 1200000, ivaCny: 300000, status: provisional,
                       source: s, allowedUse: judge}
                    - {enterprise: e-2, month: 2026-09, outputCny: 1200000, ivaCny: 300000, status: provisional,
                       source: s, allowedUse: aggregate-only}
                """.formatted(enterprises));
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, CLOCK);
        desk = desk(service::submitStatistics);
    }

    private ReturnDesk desk(ReturnDesk.Registrar registrar) {
        EnergyAccounts energy = (subject, from, to, step, basis) -> List.of(new EnergyRow(
                Instant.EPOCH,
                Instant.EPOCH,
                counted,
                Map.of(),
                null,
                null,
                Map.of(),
                Coverage.measured(completeness),
                Quality.MEASURED,
                FigureStatus.PROVISIONAL,
                null));
        return new ReturnDesk(fixture.books(), service, energy, registrar, ReturnsConfig.defaults(), CLOCK);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static Figures figures(String output, String added) {
        return new Figures(
                new Amount(new BigDecimal(output), ReturnUnit.CNY_10000),
                new Amount(new BigDecimal(added), ReturnUnit.CNY_10000),
                List.of(new Product("螺丝", "t", new BigDecimal("1.50"))),
                Map.of());
    }

    private Done save(String enterprise, long version, Figures figures, Map<String, String> words) {
        return desk.save(enterprise, OCTOBER, version, draft(figures, words), "li");
    }

    private static Draft draft(Figures figures, Map<String, String> words) {
        return new Draft(figures, Map.of(), words, AllowedUse.JUDGE);
    }

    private Done submit(String enterprise, MonthlyReturn now) {
        return desk.submit(enterprise, OCTOBER, now.version(), LI);
    }

    private Done accept(MonthlyReturn now) {
        return desk.accept(now.enterpriseId(), now.period(), now.version(), null, "wang", "wang", Reach.ALL);
    }

    private static Map<String, String> words(List<Question> questions) {
        return questions.stream().collect(Collectors.toMap(Question::id, q -> "订单增加"));
    }

    private MonthlyReturn signed(String enterprise, Figures figures) {
        Done saved = save(enterprise, 0, figures, Map.of());
        saved = save(enterprise, 1, figures, words(saved.questions()));
        return submit(enterprise, saved.now()).now();
    }

    @Test
    void a_return_is_saved_as_typed_signed_and_becomes_a_statistic() {
        Done saved = save("e-0", 0, figures("120.50", "30"), Map.of());
        assertThat(saved.refusal()).isNull();
        assertThat(desk.look("e-0", OCTOBER)).isEqualTo(saved.now());
        assertThat(saved.now().figures().output())
                .isEqualTo(new Amount(new BigDecimal("120.50"), ReturnUnit.CNY_10000));
        Done submitted = submit("e-0", saved.now());
        assertThat(submitted.now().state()).isEqualTo(ReturnState.SUBMITTED);
        assertThat(desk.submitted()).containsExactly(new SubmittedReturn("e-0", OCTOBER));
        Done accepted = accept(submitted.now());
        assertThat(desk.submitted()).isEmpty();
        assertThat(accepted.refusal()).isNull();
        assertThat(desk.look("e-0", OCTOBER).state()).isEqualTo(ReturnState.ACCEPTED);
        MonthlyStatistic statistic =
                service.current().statistic("e-0", OCTOBER.month()).orElseThrow();
        assertThat(statistic.outputCny()).isEqualByComparingTo("1205000");
        assertThat(statistic.ivaCny()).isEqualByComparingTo("300000");
        assertThat(statistic.source()).contains("李娜");
        assertThat(statistic.status()).isEqualTo(FigureStatus.PROVISIONAL);
        assertThat(service.history().changesBelow(Long.MAX_VALUE, 1).get(0).source())
                .isEqualTo(Source.CONSOLE);
        assertThat(desk.steps("e-0", OCTOBER))
                .extracting(step -> step.then().state())
                .containsExactly(ReturnState.SUBMITTED, ReturnState.ACCEPTED);
        assertThat(accept(accepted.now()).refusal()).isEqualTo(Refusal.STATE);
        assertThat(save("e-0", accepted.now().version(), figures("1", "1"), Map.of())
                        .refusal())
                .isEqualTo(Refusal.STATE);
    }

    @Test
    void what_is_asked_is_answered_before_it_is_submitted_and_another_figure_is_another_question() {
        Done saved = save("e-1", 0, figures("1200000", "30"), Map.of());
        assertThat(saved.questions()).isNotEmpty();
        assertThat(submit("e-1", saved.now()).refusal()).isEqualTo(Refusal.UNANSWERED);
        Done answered = save("e-1", 1, figures("1200000", "30"), words(saved.questions()));
        Done other = save("e-1", 2, figures("1200001", "30"), words(saved.questions()));
        assertThat(other.now().unanswered(other.questions())).isNotEmpty();
        assertThat(submit("e-1", other.now()).refusal()).isEqualTo(Refusal.UNANSWERED);
        Done back = save("e-1", 3, figures("1200000", "30"), words(answered.questions()));
        assertThat(submit("e-1", back.now()).refusal()).isNull();
        assertThat(desk.look("e-1", OCTOBER).answers().values())
                .allMatch(a -> a.word().equals("订单增加"));
    }

    @Test
    void what_is_for_sums_only_is_in_no_question() {
        assertThat(save("e-2", 0, figures("1200000", "30"), Map.of()).questions())
                .isEmpty();
    }

    @Test
    void what_has_come_up_since_it_was_submitted_stops_an_acceptance() {
        Done saved = save("e-0", 0, withKwh("1000"), Map.of());
        MonthlyReturn submitted = submit("e-0", saved.now()).now();
        assertThat(submitted.state()).isEqualTo(ReturnState.SUBMITTED);
        counted.put(Carrier.ELECTRICITY, new BigDecimal("9000"));
        Done refused = accept(submitted);
        assertThat(refused.refusal()).isEqualTo(Refusal.UNANSWERED);
        assertThat(service.current().statistic("e-0", OCTOBER.month())).isEmpty();
        MonthlyReturn back = desk.giveBack("e-0", OCTOBER, submitted.version(), "请核对电费单", "wang")
                .now();
        assertThat(back.words()).isEqualTo("请核对电费单");
        Done corrected = save("e-0", back.version(), withKwh("9000"), Map.of());
        assertThat(corrected.now().state()).isEqualTo(ReturnState.RETURNED);
        assertThat(accept(submit("e-0", corrected.now()).now()).refusal()).isNull();
    }

    private static Figures withKwh(String kwh) {
        Figures plain = figures("120", "30");
        Bill bill = new Bill(new Amount(new BigDecimal(kwh), ReturnUnit.KWH), null);
        return new Figures(plain.output(), plain.valueAdded(), plain.products(), Map.of(BillKind.ELECTRICITY, bill));
    }

    @Test
    void bills_are_filled_in_from_meters_and_must_be_confirmed() {
        counted.put(Carrier.ELECTRICITY, new BigDecimal("12345.6"));
        counted.put(Carrier.STEAM, new BigDecimal("2500"));
        MonthlyReturn fresh = desk.look("e-0", OCTOBER);
        assertThat(fresh.state()).isEqualTo(ReturnState.NOT_BEGUN);
        assertThat(fresh.figures().bills().get(BillKind.ELECTRICITY).amount())
                .isEqualTo(new Amount(new BigDecimal("12346"), ReturnUnit.KWH));
        assertThat(fresh.figures().bills().get(BillKind.STEAM).amount())
                .isEqualTo(new Amount(new BigDecimal("2.50"), ReturnUnit.T));
        Figures typed = new Figures(
                figures("120", "30").output(),
                figures("120", "30").valueAdded(),
                List.of(),
                fresh.figures().bills());
        Draft unseen = new Draft(typed, fresh.prefilled(), Map.of(), AllowedUse.JUDGE);
        Done saved = desk.save("e-0", OCTOBER, 0, unseen, "li");
        assertThat(saved.now().unconfirmed()).hasSize(2);
        assertThat(submit("e-0", saved.now()).refusal()).isEqualTo(Refusal.UNCONFIRMED);
        Map<FigureKey, Prefill> confirmed = fresh.prefilled().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Prefill(Prefill.Origin.METERS, true)));
        Done seen = desk.save("e-0", OCTOBER, 1, new Draft(typed, confirmed, Map.of(), AllowedUse.JUDGE), "li");
        assertThat(submit("e-0", seen.now()).refusal()).isNull();
        completeness = 0.8;
        assertThat(desk.look("e-3", OCTOBER).figures().bills()).isEmpty();
    }

    @Test
    void a_meter_that_is_not_accepted_fills_in_no_bill_and_contradicts_none() {
        counted.put(Carrier.ELECTRICITY, new BigDecimal("12345.6"));
        counted.put(Carrier.STEAM, new BigDecimal("2500"));
        MonthlyReturn fresh = desk.look("e-4", OCTOBER);
        assertThat(fresh.figures().bills().keySet()).containsExactly(BillKind.STEAM);
        assertThat(desk.known(fresh).metered())
                .extracting(metered -> metered.kind())
                .containsExactly(BillKind.STEAM);
    }

    @Test
    void products_of_the_month_before_are_there_without_their_amounts() {
        ReturnPeriod september = OCTOBER.before();
        Done saved = desk.save("e-0", september, 0, draft(figures("120", "30"), Map.of()), "li");
        desk.submit("e-0", september, saved.now().version(), LI);
        assertThat(desk.look("e-0", OCTOBER).figures().products()).containsExactly(new Product("螺丝", "t", null));
    }

    @Test
    void of_two_who_change_it_the_second_is_told() {
        save("e-0", 0, figures("1", "1"), Map.of());
        assertThat(save("e-0", 0, figures("2", "1"), Map.of()).refusal()).isEqualTo(Refusal.STALE);
        assertThat(desk.look("e-0", OCTOBER).figures().output().value()).isEqualByComparingTo("1");
    }

    @Test
    void a_month_that_runs_and_an_empty_form_are_not_submitted() {
        ReturnPeriod november = new ReturnPeriod(YearMonth.of(2026, 11));
        Done saved = desk.save("e-0", november, 0, draft(figures("1", "1"), Map.of()), "li");
        assertThat(desk.submit("e-0", november, saved.now().version(), LI).refusal())
                .isEqualTo(Refusal.NOT_OVER);
        Done empty = save("e-0", 0, Figures.NONE, Map.of());
        assertThat(submit("e-0", empty.now()).refusal()).isEqualTo(Refusal.EMPTY);
    }

    @Test
    void january_and_february_are_one_return_and_two_statistics_that_add_up() {
        ReturnPeriod joint = new ReturnPeriod(YearMonth.of(2026, 2));
        Done saved = desk.save("e-0", joint, 0, draft(figures("100.0001", "33.3333"), Map.of()), "li");
        MonthlyReturn submitted =
                desk.submit("e-0", joint, saved.now().version(), LI).now();
        assertThat(accept(submitted).refusal()).isNull();
        BigDecimal january = service.current()
                .statistic("e-0", YearMonth.of(2026, 1))
                .orElseThrow()
                .outputCny();
        BigDecimal february = service.current()
                .statistic("e-0", YearMonth.of(2026, 2))
                .orElseThrow()
                .outputCny();
        assertThat(january.add(february)).isEqualByComparingTo("1000001");
        assertThat(january).isEqualByComparingTo("500000");
    }

    /** Whatever ends an acceptance on its way leaves neither the statistic nor the state behind. */
    @Test
    void an_acceptance_is_both_or_none() {
        MonthlyReturn submitted = signed("e-0", figures("120", "30"));
        ReturnDesk killed = desk((request, alongside) -> service.submitStatistics(request, (handle, change) -> {
            alongside.accept(handle, change);
            throw new IllegalStateException("killed");
        }));
        assertThatThrownBy(() -> killed.accept("e-0", OCTOBER, submitted.version(), null, "wang", "wang", Reach.ALL))
                .hasMessage("killed");
        assertThat(desk.look("e-0", OCTOBER)).isEqualTo(submitted);
        assertThat(service.current().statistic("e-0", OCTOBER.month())).isEmpty();
        assertThat(accept(submitted).refusal()).isNull();
        assertThat(service.current().statistic("e-0", OCTOBER.month())).isPresent();
    }

    @Test
    void who_has_another_part_of_the_district_accepts_nothing_here() {
        MonthlyReturn submitted = signed("e-0", figures("120", "30"));
        Reach other = DocumentScope.reach(Scope.enterprises(Set.of("e-9")));
        Done refused = desk.accept("e-0", OCTOBER, submitted.version(), null, "wang", "wang", other);
        assertThat(refused.refusal()).isEqualTo(Refusal.REGISTRY);
        assertThat(desk.look("e-0", OCTOBER)).isEqualTo(submitted);
    }

    /** 300 returns with 30 mistakes; whoever hands in without looking is stopped at each, and none of them becomes a statistic unasked. */
    @Test
    void of_300_returns_with_30_mistakes_none_is_accepted_unasked() {
        int accepted = 0;
        int stopped = 0;
        for (Generated one : GeneratedReturns.of(300, OCTOBER, 7)) {
            pasts(one);
            completeness = 0.97;
            Done saved = save(one.enterprise(), 0, one.figures(), Map.of());
            Done submitted = submit(one.enterprise(), saved.now());
            if (one.mistake() != null) {
                assertThat(submitted.refusal()).as("%s", one).isEqualTo(Refusal.UNANSWERED);
            }
            if (submitted.refusal() != null) {
                stopped++;
                assertThat(accept(submitted.now()).refusal()).isEqualTo(Refusal.STATE);
                Done answered = save(one.enterprise(), 1, one.figures(), words(submitted.questions()));
                submitted = submit(one.enterprise(), answered.now());
                assertThat(submitted.now().asked()).isNotEmpty();
                assertThat(submitted.now().unanswered(submitted.now().asked())).isEmpty();
            }
            accepted += accept(submitted.now()).refusal() == null ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(300);
        assertThat(stopped).isBetween(30, 35);
    }

    /** What is known of an enterprise is in the books: returns of before, and meters. */
    private void pasts(Generated one) {
        counted.clear();
        one.known()
                .metered()
                .forEach(m -> counted.put(
                        m.kind() == BillKind.ELECTRICITY ? Carrier.ELECTRICITY : Carrier.NATURAL_GAS,
                        m.amount().value()));
        put(
                one.enterprise(),
                one.known().before().period(),
                one.known().before().figures());
        put(
                one.enterprise(),
                one.known().yearBefore().period(),
                one.known().yearBefore().figures());
    }

    private void put(String enterprise, ReturnPeriod period, Map<FigureKey, Quantity> figures) {
        Map<BillKind, Bill> bills = Map.of(
                BillKind.ELECTRICITY,
                new Bill(
                        new Amount(
                                figures.get(FigureKey.bill(BillKind.ELECTRICITY))
                                        .value(),
                                ReturnUnit.KWH),
                        null),
                BillKind.NATURAL_GAS,
                new Bill(
                        new Amount(
                                figures.get(FigureKey.bill(BillKind.NATURAL_GAS))
                                        .value(),
                                ReturnUnit.M3),
                        null));
        Figures past = new Figures(
                new Amount(figures.get(FigureKey.OUTPUT).value(), ReturnUnit.CNY),
                new Amount(figures.get(FigureKey.VALUE_ADDED).value(), ReturnUnit.CNY),
                List.of(),
                bills);
        MonthlyReturn signed = MonthlyReturn.notBegun(enterprise, period, past, Map.of(), AllowedUse.JUDGE)
                .submitted(List.of(), LI);
        fixture.books().write(tx -> {
            ReturnTable.put(tx.handle(), signed);
            return true;
        });
    }
}
