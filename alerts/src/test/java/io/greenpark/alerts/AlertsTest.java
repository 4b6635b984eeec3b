package io.greenpark.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.AccountingConfig;
import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.stopped.StopOrders;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.Await;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.Mark;
import io.greenpark.store.live.LivenessWindow;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from the log to the mailbox: real log, real accounts, real books, real SMTP. */
class AlertsTest {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Timeline.time("2026-11-23T11:10"));
    private final RegistrySource registry = RegistrySource.fixed(new TestPark().registry());
    private final Disclosures disclosures = Disclosures.standard();
    private final Vertx vertx = Vertx.vertx();
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private SqliteTelemetryLog log;
    private BooksPlace place;
    private Books books;
    private Accounting accounting;
    private Alerts alerts;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        place = kind().fresh(folder);
        mail.start();
        log = SqliteTelemetryLog.open(folder.resolve("log"), LogConfig.defaults(), clock);
        books = place.open(clock);
        accounting = Accounting.create(
                log, books, registry, AccountingConfig.from(Settings.ofTexts(Map.of()), new Problems()), clock);
        alerts = Alerts.create(
                books,
                new RuleInputs(
                        registry,
                        new BooksDischargeAccounts(books, registry),
                        new BooksIntensityAccounts(books, registry, disclosures, clock),
                        new BooksEnergyAccounts(books, registry),
                        disclosures,
                        new ReaderLag(
                                () -> new LivenessWindow(clock.instant(), clock.instant(), 0),
                                () -> accounting.status().lag()),
                        DoorInputs.NONE,
                        StopOrders.NONE),
                Maintainers.NONE,
                AlertsConfig.from(
                        Settings.ofTexts(Map.of(
                                "mail.host", "127.0.0.1",
                                "mail.port", String.valueOf(mail.getSmtp().getPort()),
                                "mail.tls", "none",
                                "mail.from", "greenpark@jindong.example")),
                        new Problems()),
                false,
                "http://localhost:8080",
                new byte[32],
                CaseRemarks.NONE,
                vertx,
                clock);
        accounting.start();
        alerts.start();
    }

    @AfterEach
    void close() {
        alerts.close();
        accounting.close();
        log.close();
        books.close();
        place.close();
        mail.stop();
        vertx.close();
    }

    @Test
    void readings_over_the_limit_become_a_case_a_mail_and_series() throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            readings.add(
                    reading(Timeline.time("2026-11-23T09:00").plus(Duration.ofMinutes(10L * i)), i < 6 ? 150 : 230));
        }
        log.append(readings).toCompletableFuture().get();
        Await.until("the mail is there", () -> mail.getReceivedMessages().length == 1);
        Await.until(
                "nothing is left to do but the park's digest of the next morning",
                () -> alerts.status().stream().mapToLong(LoopStatus::lag).sum() == 1);
        Case raised =
                alerts.cases().list(CaseFilter.all().in(Case.State.OPEN), 10).get(0);
        assertThat(raised.rule()).isEqualTo(Case.Rule.LIMIT_EXCEEDED);
        assertThat(raised.figure()).isEqualByComparingTo("230");
        assertThat(mail.getReceivedMessages()[0].getSubject()).contains("超标");
        assertThat(points(Mark.Kind.ALERT, raised.id(), 0))
                .allSatisfy(p -> assertThat(p.tags()).containsEntry("rule", "limit-exceeded"))
                .satisfiesExactlyInAnyOrder(p -> assertThat(p.tags()).containsEntry("event", "raised"), p -> assertThat(
                                p.fields())
                        .containsEntry("open", true)
                        .containsEntry(
                                "label_zh",
                                p.fields().get("number") + " "
                                        + raised.handling().level().words().zh() + " "
                                        + raised.title().zh()));
        long day = Timeline.time("2026-11-23T00:00").toEpochMilli();
        assertThat(points(Mark.Kind.LIMIT, TestPark.NOX, day)).hasSize(2).allSatisfy(p -> {
            assertThat(p.fields()).containsEntry("upper", 200.0).containsEntry("warn", 160.0);
        });
    }

    private List<SeriesPoint> points(Mark.Kind kind, String subject, long startMs) {
        SeriesSource source = Alerts.series(registry, disclosures, CaseRemarks.NONE).stream()
                .filter(s -> s.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
        return books.read(handle -> source.points(handle, List.of(new Mark(kind, subject, startMs, 1))));
    }

    private Reading reading(Instant at, double value) {
        return new Reading(
                TestPark.ENTERPRISE,
                TestPark.ANALYSER,
                "nox",
                TestPark.NOX,
                value,
                Unit.MG_PER_M3,
                Flag.NORMAL,
                at.toEpochMilli(),
                clock.millis(),
                Door.MQTT);
    }
}
