package io.greenpark.objection.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.objection.desk.Involvement.Involved;
import io.greenpark.objection.desk.Involvement.Part;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.registry.review.ReviewTable;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.Signature;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who had a part in what is objected to, by what is on record. */
class RecordedInvolvementTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T02:00:00Z"), ZoneOffset.UTC);
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food}]
              outlets:
                - {id: stack, enterprise: e, medium: stack, code: DA001, permit: '91330703MA2000001X001P'}
              devices:
                - {id: cems, enterprise: e, points: [{key: nox, quantity: nox, unit: mg/m3, kind: gauge, outlet: stack,
                     validFrom: 1970-01-01T00:00:00Z}]}
              limits:
                - {id: nox, point: cems-nox, averaging: hour, upper: 50, unit: mg/m3, source: permit, validFrom: 2026-01-01}
              targets:
                - {id: t, scope: enterprise, subject: e, yearlyChangePercent: -5, fromYear: 2025, toYear: 2027, source: plan}
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private RegistryService service;
    private ReturnDesk returns;
    private Involvement involvement;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, CLOCK);
        returns = new ReturnDesk(
                fixture.books(),
                service,
                (subject, from, to, step, basis) -> List.of(),
                service::submitStatistics,
                ReturnsConfig.defaults(),
                CLOCK);
        involvement = new RecordedInvolvement(
                fixture.books(),
                service,
                service.history(),
                service.reviews(),
                new CaseBook(fixture.books(), CLOCK),
                returns,
                who -> who.equals("key-1") ? "li" : who);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void changed(DocumentKind kind, String id, String patch, String who, String reviewer) {
        Edit edit = new Edit(new DocumentKey(kind, id), Verb.PATCH, patch.replace('\'', '"'));
        EditResult asked = service.submit(
                new EditRequest(who, "li", Source.CONSOLE, "a reason", List.of(edit), null, false, false, Reach.ALL));
        assertThat(asked.accepted()).as("%s", asked).isTrue();
        if (asked.review() != null) {
            service.reviews().decide(asked.review().request(), Verdict.APPROVED, reviewer, reviewer, "looked at");
        }
    }

    private List<Involved> of(Thing thing) {
        return involvement.in(new Objection(
                "YY-2026-0001",
                1,
                "e",
                thing,
                Bilingual.same("x"),
                "r",
                CLOCK.instant(),
                "firm",
                CLOCK.instant(),
                ObjectionState.OPEN,
                null,
                null,
                null));
    }

    @Test
    void who_changed_a_limit_and_who_reviewed_that_are_involved_the_account_behind_a_key_too() {
        changed(DocumentKind.LIMIT, "nox", "{'upper': 30}", "key-1", "wang");
        assertThat(of(new Thing(ThingKind.LIMIT, "nox")))
                .contains(
                        new Involved("firm", Part.FILED),
                        new Involved("key-1", Part.CHANGED),
                        new Involved("li", Part.CHANGED),
                        new Involved("wang", Part.REVIEWED));
        assertThat(of(new Thing(ThingKind.TARGET, "t")))
                .extracting(Involved::who)
                .doesNotContain("key-1", "li", "wang");
    }

    @Test
    void who_reviewed_a_policy_whose_version_has_the_number_of_a_change_is_not_involved() {
        changed(DocumentKind.LIMIT, "nox", "{'upper': 30}", "li", "wang");
        long change = service.history().newest();
        long request = fixture.books()
                .write(tx -> ReviewTable.insert(
                        tx.handle(),
                        new ReviewRequest(
                                0,
                                CLOCK.instant(),
                                "zhao",
                                "zhao",
                                Source.CONSOLE,
                                "a reason",
                                Set.of(ReviewedMatter.NOTICE_PLAN),
                                List.of(),
                                change - 1,
                                true,
                                change,
                                null,
                                "{}",
                                null)));
        assertThat(request).isPositive();
        assertThat(of(new Thing(ThingKind.LIMIT, "nox")))
                .extracting(Involved::who)
                .contains("li", "wang")
                .doesNotContain("zhao");
    }

    @Test
    void of_a_class_only_who_gave_that_of_its_year_is_involved() {
        changed(DocumentKind.ENTERPRISE, "e", "{'performanceClasses': {'2025': 'D'}}", "sun", "zhou");
        changed(DocumentKind.ENTERPRISE, "e", "{'performanceClasses': {'2024': 'A'}}", "wu", "zheng");
        assertThat(of(new Thing(ThingKind.CLASS, Thing.classId("e", 2025))))
                .extracting(Involved::who)
                .contains("sun", "zhou")
                .doesNotContain("wu", "zheng");
    }

    @Test
    void who_accepted_the_return_of_a_month_is_involved_in_its_figures() {
        ReturnPeriod october = new ReturnPeriod(YearMonth.of(2026, 10));
        Figures figures = new Figures(
                new Amount(BigDecimal.TEN, ReturnUnit.CNY_10000),
                new Amount(BigDecimal.ONE, ReturnUnit.CNY_10000),
                List.of(),
                Map.of());
        returns.save("e", october, 0, new Draft(figures, Map.of(), Map.of(), AllowedUse.JUDGE), "firm");
        returns.submit("e", october, 1, new Signature("李娜", "firm", CLOCK.instant()));
        assertThat(returns.accept("e", october, 2, null, "qian", "qian", Reach.ALL)
                        .refusal())
                .isNull();
        Instant from = Instant.parse("2026-09-30T16:00:00Z");
        Instant to = Instant.parse("2026-10-31T16:00:00Z");
        assertThat(of(new Thing(ThingKind.INTENSITY, "e", from, to)))
                .contains(new Involved("qian", Part.ACCEPTED_RETURN));
    }

    @Test
    void who_took_a_mark_of_the_same_data_as_true_or_not_is_involved_and_who_decided_of_others_is_not() {
        Instant from = Instant.parse("2026-11-23T02:00:00Z");
        marked("BJ-1", "ACCEPTED", from, "wang", "wang");
        marked("BJ-2", "REVOKED", from.plusSeconds(1_800), "zhao", "key-1");
        marked("BJ-3", "REJECTED", from.plusSeconds(7_200), "sun", null);
        marked("BJ-4", "SUBMITTED", from, null, null);
        assertThat(of(Thing.mean("nox", Step.HOUR, from, from.plusSeconds(3_600))))
                .containsExactlyInAnyOrder(
                        new Involved("firm", Part.FILED),
                        new Involved("wang", Part.DECIDED_MARK),
                        new Involved("zhao", Part.DECIDED_MARK),
                        new Involved("key-1", Part.DECIDED_MARK),
                        new Involved("li", Part.DECIDED_MARK));
        assertThat(of(Thing.mean("so2", Step.HOUR, from, from.plusSeconds(3_600))))
                .containsExactly(new Involved("firm", Part.FILED));
    }

    private void marked(
            String id, String state, Instant from, @Nullable String decidedBy, @Nullable String acceptedBy) {
        long to = from.plusSeconds(3_600).toEpochMilli();
        fixture.books().write(tx -> {
            tx.handle()
                    .execute(
                            "INSERT INTO data_mark (id, enterprise, scope, target, kind, from_ms, to_ms, reason, files,"
                                    + " made_by, account, made_ms, term_ms, decide_ms, rules, rule, state, effect, decided_by,"
                                    + " decided_ms, accepted_by) VALUES (?, 'e', 'OUTLET', 'stack', 'MONITOR_FAULT', ?, ?, 'r', '[]',"
                                    + " 'firm', 'firm', 1, 1, 1, 0, 'x', ?, 'NONE', ?, 1, ?)",
                            id,
                            from.toEpochMilli(),
                            to,
                            state,
                            decidedBy,
                            acceptedBy);
            return tx.handle()
                    .execute(
                            "INSERT INTO data_mark_point (point, mark, from_ms, to_ms) VALUES ('nox', ?, ?, ?)",
                            id,
                            from.toEpochMilli(),
                            to);
        });
    }
}
