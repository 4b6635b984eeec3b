package io.greenpark.returns.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.AccountingConfig;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.Await;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.RegisterRules;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.unit.Unit;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.closing.ClosedComparisons.Comparison;
import io.greenpark.returns.closing.ClosingDesk.Done;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readings that come in after a month was closed are counted, are told as a difference, and are none once they are taken back. */
class LateReadingTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-09T02:00:00Z"), ZoneOffset.UTC);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant BEGIN = Instant.parse("2026-09-30T16:00:00Z");
    private static final Instant END = Instant.parse("2026-10-31T16:00:00Z");
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food}]
              devices:
                - id: m
                  enterprise: e
                  points:
                    - {key: kwh, quantity: electricity, unit: kWh, kind: interval, period: 1h, stamp: end, carrier: electricity,
                       boundary: true, validFrom: 1970-01-01T00:00:00Z}
              statistics:
                - {enterprise: e, month: 2026-10, ivaCny: 400000, status: final, source: s, allowedUse: judge}
              coefficientSets:
                - {id: c, validFrom: 2021-04-01, basis: equivalent,
                   coefficients: {electricity: {kgcePerUnit: 0.1229, source: GB/T 2589-2020}}}
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(BooksKind.SQLITE);

    private RegistryService service;
    private SqliteTelemetryLog log;
    private Accounting accounting;
    private ClosingDesk desk;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), SITE);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(
                config, fixture.books(), RegistryConfig.defaults().reviewing(Set.of()), Start.STRICT, CLOCK);
        log = SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), CLOCK);
        AccountingConfig settings = new AccountingConfig(
                1_000, 2_000, Duration.ZERO, RegisterRules.defaults(), ProgressLevel.Thresholds.defaults());
        accounting = Accounting.create(log, fixture.books(), service, settings, CLOCK)
                .start();
        BooksEnergyAccounts energy = new BooksEnergyAccounts(fixture.books(), service);
        desk = new ClosingDesk(
                fixture.books(),
                service,
                energy,
                new Standings(
                        new BooksIntensityAccounts(fixture.books(), service, Disclosures.standard(), CLOCK),
                        ProgressLevel.Thresholds.defaults()),
                new ReturnDesk(
                        fixture.books(), service, energy, service::submitStatistics, ReturnsConfig.defaults(), CLOCK),
                service::submitClosing,
                OtherMatters.NONE,
                ClosingConfig.defaults(),
                CLOCK);
    }

    @AfterEach
    void close() {
        accounting.close();
        log.close();
        service.close();
    }

    private static Reading reading(Instant end, double kwh, Flag flag) {
        return new Reading(
                "e", "m", "kwh", "m-kwh", kwh, Unit.KWH, flag, end.toEpochMilli(), CLOCK.millis(), Door.MQTT);
    }

    private void take(List<Reading> readings) {
        for (int i = 0; i < readings.size(); i += 500) {
            log.append(readings.subList(i, Math.min(readings.size(), i + 500)))
                    .toCompletableFuture()
                    .join();
        }
        untilBooked();
    }

    private void untilBooked() {
        Await.until("everything is booked", () -> accounting.status().lag() == 0);
    }

    private Comparison of(Subject subject) {
        return desk.comparisons().compare(subject, OCTOBER).orElseThrow();
    }

    private Done close(String reason) {
        return desk.close(
                "p", OCTOBER, new EditRequest("wang", Source.CONSOLE, reason, List.of(), null, false), Set.of());
    }

    private void patch(String ratio) {
        String facts = "{\"facts\": {\"1970-01-01T00:00:00Z\": {\"ratio\": \"" + ratio + "\"}}}";
        Edit edit = new Edit(new DocumentKey(DocumentKind.POINT, "m-kwh"), Verb.PATCH, facts);
        assertThat(service.submit(new EditRequest(
                                "li", "li", Source.API, "r", List.of(edit), null, false, false, Reach.ALL))
                        .applied())
                .isTrue();
        untilBooked();
    }

    @Test
    void a_late_reading_is_a_difference_until_it_is_taken_back() {
        List<Reading> all = new ArrayList<>();
        for (Instant end = BEGIN.plus(HOUR); !end.isAfter(END); end = end.plus(HOUR)) {
            all.add(reading(end, 10, Flag.NORMAL));
        }
        Reading late = all.remove(300);
        take(all);
        Done refused = close("");
        assertThat(refused.points()).containsExactly(new OpenPoint(OpenPoint.Kind.METER_GAP, "e", "m-kwh", "1"));
        ClosedMonth closed = close("the meter was replaced").closed();
        assertThat(of(Subject.enterprise("e")).changes()).isEmpty();
        assertThat(of(Subject.enterprise("e")).closed().amounts().values())
                .singleElement()
                .satisfies(kwh -> assertThat(kwh).isEqualByComparingTo("7430"));

        take(List.of(late));
        desk.comparisons().note(closed);
        for (Subject subject : List.of(Subject.enterprise("e"), Subject.park("p"))) {
            assertThat(of(subject).changes())
                    .filteredOn(change -> change.field().equals("electricity"))
                    .singleElement()
                    .satisfies(change -> assertThat(change.difference()).isEqualByComparingTo("10"));
            assertThat(of(subject).changes()).extracting(FigureChange::field).contains("tce", "tcePer10kCny");
            assertThat(of(subject).since()).isEqualTo(CLOCK.instant());
        }

        take(List.of(reading(Instant.ofEpochMilli(late.timeMs()), 10, Flag.FAULT)));
        desk.comparisons().note(closed);
        assertThat(of(Subject.enterprise("e")).changes()).isEmpty();
        assertThat(of(Subject.park("p")).since()).isNull();

        patch("2");
        assertThat(of(Subject.enterprise("e")).changes()).isNotEmpty();
        patch("1");
        assertThat(of(Subject.enterprise("e")).changes()).isEmpty();
    }
}
