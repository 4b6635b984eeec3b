package io.greenpark.lab.chaos.notices;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.AlertsConfig;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.stopped.StopOrders;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.Mark;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.live.LivenessWindow;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Rules, cases, outbox and channels as the product ships them, in a process that is there to be killed. What it is told on its standard input: {@code feed N}, that
 * portion N has come; {@code pending}, to say how much is to be delivered. It answers on its standard output.
 */
final class AlertingProcess {
    static final String READY = "ready";
    static final String FED = "fed ";
    static final String FEED = "feed ";
    static final String PENDING = "pending";
    static final String SETTINGS = "settings.properties";
    static final String BOOKS = "books.db";
    private static final int KEY_BYTES = 32;

    /** Everybody at once, as many messages as there are. */
    private static final String AT_ONCE = "{\"first\": \"at-once\"}";

    private static final String PLAN =
            "{\"rules\": [{\"code\": \"all\", \"name\": {\"zh\": \"全部\", \"en\": \"All\"}, \"maintainer\": "
                    + AT_ONCE + ", \"enterprise\": " + AT_ONCE + ", \"office\": " + AT_ONCE
                    + "}], \"caps\": {\"office\": 1000}, \"time\": {\"from\": \"08:30\", \"to\": \"17:30\", \"digestAt\": \"08:30\","
                    + " \"digestOnDaysOff\": true, \"days\": [\"monday\"]}}";

    private final Books books;
    private final ScriptedMeans means;
    private final Alerts alerts;
    private final int cases;
    private final Clock clock;

    private AlertingProcess(Path folder, Instant hour, int fed, int portion, int cases, Clock clock)
            throws IOException {
        this.clock = clock;
        this.cases = cases;
        Map<String, String> texts = texts(folder.resolve(SETTINGS));
        Problems problems = new Problems();
        AlertsConfig config = AlertsConfig.from(Settings.ofTexts(texts), problems);
        if (!problems.isEmpty()) {
            throw new IOException("settings: " + problems.list());
        }
        books = SqliteBooks.open(folder.resolve(BOOKS), BooksConfig.defaults(), clock);
        plan();
        means = new ScriptedMeans(hour, portion, fed);
        RegistrySource registry =
                RegistrySource.fixed(NoticesPark.registry(cases, texts.getOrDefault("chaos.webhook", "")));
        // Nothing is judged by silence here.
        ReaderLag lag =
                new ReaderLag(() -> new LivenessWindow(clock.instant(), clock.instant(), Long.MAX_VALUE), () -> 0);
        alerts = Alerts.create(
                        books,
                        new RuleInputs(
                                registry,
                                means,
                                means,
                                new BooksEnergyAccounts(books, registry),
                                Disclosures.standard(),
                                lag,
                                DoorInputs.NONE,
                                StopOrders.NONE),
                        Maintainers.NONE,
                        config,
                        false,
                        "http://localhost:8080",
                        new byte[KEY_BYTES],
                        CaseRemarks.NONE,
                        Vertx.vertx(),
                        clock)
                .start();
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    private void plan() {
        Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());
        long newest = books.read(plans::newest).version();
        if (newest == plans.shipped().version()) {
            plans.change(books, clock, PLAN, newest, "chaos", "everything at once");
        }
    }

    /** A portion comes: its gauges are over their limit, those of the one before are not any more. */
    private void feed(int number) {
        means.fed(number + 1);
        List<Reading> readings = new ArrayList<>();
        means.points(number, cases).forEach(point -> readings.add(reading(point, 0)));
        if (number > 0) {
            for (String point : means.points(number - 1, cases)) {
                for (int later = 1; later <= ScriptedMeans.CLEAR_HOURS; later++) {
                    readings.add(reading(point, later));
                }
            }
        }
        books.write(tx -> {
            tx.readings().put(readings, new Position(0, number));
            readings.forEach(r -> tx.marks().mark(Mark.Kind.DISCHARGE_HOUR, r.pointId(), r.timeMs()));
            return true;
        });
        alerts.wakeUp();
    }

    private Reading reading(String point, int later) {
        String enterprise = NoticesPark.enterprise(NoticesPark.index(point));
        return new Reading(
                enterprise,
                enterprise + "-analyser",
                point,
                point,
                Double.parseDouble(later == 0 ? ScriptedMeans.OVER : ScriptedMeans.BELOW),
                Unit.MG_PER_M3,
                Flag.NORMAL,
                means.hour(later).toEpochMilli(),
                clock.millis(),
                Door.MQTT);
    }

    /** What is to be delivered, and marks that are to be judged. */
    private long pending() {
        return alerts.status().stream().mapToLong(status -> status.lag()).sum();
    }

    private void obey() throws IOException {
        System.out.println(READY);
        try (BufferedReader said = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(FEED)) {
                    int number = Integer.parseInt(line.substring(FEED.length()));
                    feed(number);
                    System.out.println(FED + number);
                } else if (line.equals(PENDING)) {
                    System.out.println(PENDING + " " + pending());
                }
            }
        }
    }

    /** Folder, hour that is over the limit in milliseconds, portions that have come, gauges a portion, cases in all. */
    public static void main(String[] words) throws IOException {
        new AlertingProcess(
                        Path.of(words[0]),
                        Instant.ofEpochMilli(Long.parseLong(words[1])),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        Integer.parseInt(words[4]),
                        Clock.systemUTC())
                .obey();
        System.exit(0);
    }
}
