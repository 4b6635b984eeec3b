package io.greenpark.alerts;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.ToldCases;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.webhook.WebhookChannel;
import io.greenpark.alerts.evaluation.CanaryEvaluator;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.EndedCases;
import io.greenpark.alerts.evaluation.LimitChangeDetector;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RegistryExpectations;
import io.greenpark.alerts.evaluation.RuleEvaluator;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.evaluation.SilenceEvaluator;
import io.greenpark.alerts.evaluation.StandstillEvaluator;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.text.CaseTexts;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.ListeningDoor.Standing;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Canary;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.Mark;
import io.greenpark.store.live.LivenessWindow;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A story told in park time: figures come in, rules are evaluated, cases and notifications follow. Real books, a settable
 * clock.
 */
public final class Timeline implements BeforeEachCallback, AfterEachCallback, RegistrySource {
    private static final Vertx VERTX = Vertx.vertx();

    private final Disclosures disclosures = Disclosures.standard();
    public final TestAccounts accounts = new TestAccounts();
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T00:00:00Z"));
    private final Map<String, String> settings = new HashMap<>();
    private Registry registry = new TestPark().registry();
    public long signsLag;
    private Instant listeningSince = Instant.MIN;
    private @Nullable Instant takenInUntil;
    public long accountsLag;
    private long offset;
    private boolean holding;
    private final BooksKind kind;
    private Path folder;
    private BooksPlace place;
    private Books books;
    private AlertsConfig config;
    private List<Channel> channels = List.of();
    private RuleEvaluator evaluator;
    private LimitChangeDetector limitChanges;
    private SilenceEvaluator silence;
    private StandstillEvaluator standstill;
    private CanaryEvaluator canary;
    private EndedCases ended;
    private boolean canaryExpected = true;
    private final Map<String, ListeningDoor> doors = new LinkedHashMap<>();
    private final Map<String, StoredDeadLetter> refusals = new HashMap<>();
    private final Map<String, Map<String, Long>> brought = new HashMap<>();
    private NotificationDispatcher dispatcher;

    public Timeline() {
        this(BooksKind.SQLITE);
    }

    public Timeline(BooksKind kind) {
        this.kind = kind;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        settings.put("mail.host", "127.0.0.1");
        settings.put("mail.port", "2525");
        settings.put("mail.tls", "none");
        settings.put("mail.from", "greenpark@jindong.example");
        folder = Files.createTempDirectory("greenpark-alerts");
        place = kind.fresh(folder);
        restart();
    }

    /** Closes the books and starts again on the same file. */
    public Timeline restart() {
        if (books != null) {
            books.close();
            channels.forEach(Channel::close);
        }
        Problems problems = new Problems();
        config = AlertsConfig.from(Settings.ofTexts(settings), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.list().toString());
        }
        books = place.open(clock);
        channels = List.of(new MailChannel(VERTX, config.mail()), new WebhookChannel(VERTX, config.webhook()));
        WithheldFigures withheld = new WithheldFigures(this, disclosures);
        Outbox outbox =
                new Outbox(this, config.outbox(), channels, "http://localhost:8080", CaseTexts::eventName, withheld);
        RegistryExpectations expectations = new RegistryExpectations(this, clock);
        CaseReconciler reconciler = new CaseReconciler(new CaseTexts(this, withheld), outbox, expectations);
        RuleInputs inputs = new RuleInputs(
                this,
                accounts,
                accounts,
                disclosures,
                new ReaderLag(this::livenessWindow, () -> accountsLag),
                new DoorInputs(() -> List.copyOf(doors.values()), id -> Optional.ofNullable(refusals.get(id))));
        evaluator = new RuleEvaluator(books, inputs, config.rules(), reconciler, clock);
        evaluator.subscribe();
        limitChanges = new LimitChangeDetector(books, accounts);
        listeningSince = clock.instant();
        silence = new SilenceEvaluator(books, inputs, config.rules(), reconciler, clock);
        standstill = new StandstillEvaluator(books, inputs, config.rules(), reconciler, clock);
        ended = new EndedCases(books, config.rules(), expectations, reconciler, clock);
        canary = new CanaryEvaluator(books, this, config.rules(), reconciler, canaryExpected, clock);
        dispatcher = new NotificationDispatcher(books, config.outbox(), channels, clock);
        dispatcher.recover();
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        channels.forEach(Channel::close);
        books.close();
        place.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Timeline::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a setting and restarts. */
    public Timeline set(String key, String value) {
        settings.put(key, value);
        return restart();
    }

    /** The bureau gets a recipient of its own; restarts. */
    public Timeline bureau(String name, String email) {
        settings.put("alerts.recipients.0.name", name);
        return set("alerts.recipients.0.email", email);
    }

    public Timeline registry(TestPark park) {
        registry = park.registry();
        return this;
    }

    @Override
    public Registry current() {
        return registry;
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        throw new UnsupportedOperationException("the timeline detects changed limits itself");
    }

    /** An instant in park time: {@code 2026-11-23T10:05}. */
    public static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(ParkTime.SHANGHAI).toInstant();
    }

    /** Moves the clock and lets the platform do what is due by then. */
    public Timeline at(String local) {
        clock.set(time(local));
        return evaluate();
    }

    public Timeline evaluate() {
        while (!holding && evaluator.step()) {
            // Until nothing is left.
        }
        return this;
    }

    /** What changes in {@code story} is evaluated together, after it. */
    public Timeline allAtOnce(Runnable story) {
        holding = true;
        story.run();
        holding = false;
        return evaluate();
    }

    /** Evaluates the silence of every device, as the platform does every few seconds. */
    public Timeline evaluateSilence() {
        silence.step();
        return this;
    }

    /** Moves the clock and evaluates whose data stand still. */
    public Timeline standstillAt(String local) {
        at(local);
        standstill.evaluate();
        return this;
    }

    /** Looks whether anything is still expected of the open cases of limits and targets. */
    public Timeline endCases() {
        ended.step();
        return this;
    }

    /** A door of the platform's own is open from now on. */
    public Timeline opened(Door door) {
        return door(new ListeningDoor(
                door, door.code(), "127.0.0.1", Standing.open(clock.instant()), ListeningDoor.Devices.ALL));
    }

    /** A broker that may bring these devices, and has brought none yet, is there from now on. */
    public Timeline brokerIsThere(String name, String... devices) {
        Map<String, Long> brought = this.brought.computeIfAbsent(name, n -> new HashMap<>());
        return door(new ListeningDoor(
                Door.BROKER, name, "tcp://127.0.0.1:1883", Standing.open(clock.instant()), new ListeningDoor.Devices() {
                    @Override
                    public boolean mayCome(String device) {
                        return List.of(devices).contains(device);
                    }

                    @Override
                    public @Nullable Long lastArrivalMs(String device) {
                        return brought.get(device);
                    }
                }));
    }

    /** A door is shut, or its broker away, from now on. */
    public Timeline shut(String name) {
        return standing(name, s -> s.shutAt(clock.instant(), "Connection refused"));
    }

    /** It has not been there since the process began. */
    public Timeline shutSinceStart(String name) {
        return standing(name, s -> Standing.shut(s.since(), "Connection refused"));
    }

    /** It is back. */
    public Timeline back(String name) {
        return standing(name, s -> s.opened(clock.instant()));
    }

    public boolean isOpen(String name) {
        return Optional.ofNullable(doors.get(name)).orElseThrow().open();
    }

    private Timeline standing(String name, UnaryOperator<Standing> change) {
        ListeningDoor d = Optional.ofNullable(doors.get(name)).orElseThrow();
        return door(new ListeningDoor(d.door(), d.name(), d.address(), change.apply(d.standing()), d.devices()));
    }

    private Timeline door(ListeningDoor door) {
        doors.put(door.name(), door);
        return this;
    }

    /** A door is no longer in the settings. */
    public Timeline withoutDoor(String name) {
        doors.remove(name);
        return this;
    }

    /** A broker brings a message of a device now. */
    public Timeline broughtBy(String broker, String device) {
        brought.computeIfAbsent(broker, n -> new HashMap<>()).put(device, clock.millis());
        return sent(device, device, clock.instant(), Door.BROKER);
    }

    /** What brokers have brought is not known after the process began anew; doors open anew. */
    public Timeline forgetBrought() {
        brought.values().forEach(Map::clear);
        return this;
    }

    /** A message of a device, or of a gateway, is refused now. */
    public Timeline refused(
            String sender, @Nullable String device, RejectReason reason, @Nullable String key, String sent) {
        Bilingual detail = new Bilingual("请更正键名", "correct the key");
        DeadLetter letter = new DeadLetter(Door.MQTT, sender, device, key, reason, detail, sent, clock.millis());
        refusals.put(device == null ? sender : device, new StoredDeadLetter(1, letter, 1, clock.millis()));
        return this;
    }

    /** Someone who does not prove who it is gives the name of a device or gateway now. */
    public Timeline stranger(String address, String name, RejectReason reason) {
        Bilingual detail = new Bilingual("请核对密码", "check the password");
        DeadLetter letter = new DeadLetter(Door.MQTT, address, name, null, reason, detail, "", clock.millis());
        refusals.put(name, new StoredDeadLetter(1, letter.ofStranger(), 1, clock.millis()));
        return this;
    }

    private LivenessWindow livenessWindow() {
        Instant until = takenInUntil == null ? clock.instant() : takenInUntil;
        return new LivenessWindow(listeningSince, until, signsLag);
    }

    /** What arrives from now on waits in the log. */
    public Timeline holdSigns() {
        takenInUntil = clock.instant();
        return this;
    }

    /** All that has arrived by now is taken in, and from now on at once. */
    public Timeline releaseSigns() {
        takenInUntil = null;
        return this;
    }

    /** The platform was suspended until now; it was not closed. */
    public Timeline resumed() {
        listeningSince = clock.instant();
        return this;
    }

    /** Moves the clock and evaluates the silence of every device. */
    public Timeline silenceAt(String local) {
        return at(local).evaluateSilence();
    }

    /** The mean of the hour that starts at {@code local} changes now; its readings arrive now. */
    public Timeline hour(String point, String local, String mean, double completeness) {
        return mean(point, Step.HOUR, time(local), mean, completeness, clock.instant());
    }

    /** The mean of an hour whose readings arrived at another time. */
    public Timeline hourArrived(String point, String local, String mean, Instant arrivedAt) {
        return mean(point, Step.HOUR, time(local), mean, 1, arrivedAt);
    }

    public Timeline day(String point, String local, String mean, double completeness) {
        return mean(point, Step.DAY, time(local + "T00:00"), mean, completeness, clock.instant());
    }

    private Timeline mean(String point, Step step, Instant from, String mean, double completeness, Instant arrivedAt) {
        Instant to = ParkTime.shanghai().endOf(step, from);
        accounts.put(point, step, new DischargeRow(from, to, new BigDecimal(mean), 6, completeness, Quality.MEASURED));
        Reading reading = new Reading(
                TestPark.ENTERPRISE,
                "analyser",
                "value",
                point,
                offset,
                Unit.MG_PER_M3,
                Flag.NORMAL,
                from.toEpochMilli(),
                arrivedAt.toEpochMilli(),
                Door.MQTT);
        Mark.Kind kind = step == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
        books.write(tx -> {
            tx.readings().put(List.of(reading), new Position(0, offset++));
            tx.marks().mark(kind, point, from.toEpochMilli());
            return true;
        });
        return evaluate();
    }

    /** The mean of an hour is no longer there. */
    public Timeline noHour(String point, String local) {
        accounts.remove(point, Step.HOUR, time(local));
        return mark(Mark.Kind.DISCHARGE_HOUR, point, time(local));
    }

    public Timeline mark(Mark.Kind kind, String subject, Instant start) {
        books.write(tx -> {
            tx.marks().mark(kind, subject, start.toEpochMilli());
            return true;
        });
        return evaluate();
    }

    public Timeline month(IntensityRow row) {
        return month(Subject.enterprise(TestPark.ENTERPRISE), row);
    }

    /** The intensity of a month changes now. */
    public Timeline month(Subject subject, IntensityRow row) {
        accounts.put(subject, row);
        return mark(Mark.Kind.INTENSITY_MONTH, subject.id(), month(row.month()));
    }

    private static Instant month(YearMonth month) {
        return ParkTime.shanghai().startOf(month);
    }

    /** A message of a device arrives now. */
    public Timeline heard(String device) {
        return sent(device, device, clock.instant().minus(Duration.ofDays(400)));
    }

    /** A value of a point with a data time arrives now. */
    public Timeline sent(String device, String point, Instant dataTime) {
        return sent(device, point, dataTime, Door.MQTT);
    }

    private Timeline sent(String device, String point, Instant dataTime, Door door) {
        Reading reading = new Reading(
                TestPark.ENTERPRISE,
                device,
                "value",
                point,
                1,
                Unit.MG_PER_M3,
                Flag.NORMAL,
                dataTime.toEpochMilli(),
                clock.millis(),
                door);
        books.write(tx -> {
            tx.live().observe(List.of(reading));
            return true;
        });
        return this;
    }

    /** A canary reading arrives now in the live state, and in the reading store if {@code stored}. */
    public Timeline canary(boolean stored) {
        Reading reading = new Reading(
                Canary.OWNER,
                Canary.DEVICE,
                Canary.KEY,
                Canary.POINT,
                1,
                Unit.ONE,
                Flag.NORMAL,
                clock.millis(),
                clock.millis(),
                Door.MQTT);
        books.write(tx -> {
            tx.live().observe(List.of(reading));
            if (stored) {
                tx.readings().put(List.of(reading), new Position(0, offset++));
            }
            return true;
        });
        return this;
    }

    /** Moves the clock and evaluates whether the canary arrives. */
    public Timeline canaryAt(String local) {
        clock.set(time(local));
        canary.step();
        return this;
    }

    /** From now on no canary is sent; restarts. */
    public Timeline withoutCanary() {
        canaryExpected = false;
        return restart();
    }

    /** All devices but those named are heard now. */
    public Timeline allHeardBut(String... silent) {
        registry.facts().devices().stream()
                .filter(d -> !List.of(silent).contains(d.id()))
                .forEach(d -> heard(d.id()));
        return this;
    }

    public Timeline detectLimitChanges() {
        limitChanges.detect(RegistryDifference.whole(registry), clock.instant());
        return scheduleChanged().evaluate();
    }

    /** Makes an edit of the registry, and looks at the limits that the changed documents have a part in. */
    public Timeline edit(TestPark park) {
        Registry before = registry;
        registry = park.registry();
        RegistryChange change = RegistryChange.between(1, before, registry);
        limitChanges.detect(new RegistryDifference(before, registry, change.keys()), clock.instant());
        return this;
    }

    /** Schedules the next portion of what changed limits make to be evaluated. */
    public boolean schedulePortion() {
        return limitChanges.step(clock.instant());
    }

    /** Schedules all that changed limits make to be evaluated. */
    public Timeline scheduleChanged() {
        while (schedulePortion()) {
            // Until nothing is left.
        }
        return this;
    }

    /** Delivers one portion of notifications. */
    public Timeline deliver() {
        try {
            dispatcher.step();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public Books books() {
        return books;
    }

    public CaseBook cases() {
        return new CaseBook(books, clock);
    }

    /** Cases as officers may see them. */
    public Cases told() {
        return new ToldCases(cases(), new WithheldFigures(this, disclosures));
    }

    /** The cases of a rule, oldest first. */
    public List<Case> cases(Case.Rule rule) {
        return cases().list(CaseFilter.all(), 1_000).stream()
                .filter(c -> c.rule() == rule)
                .sorted(Comparator.comparing(Case::since))
                .toList();
    }

    public Case only(Case.Rule rule) {
        List<Case> cases = cases(rule);
        if (cases.size() != 1) {
            throw new AssertionError("one case of " + rule.code() + " expected, there are " + cases);
        }
        return cases.get(0);
    }

    public static List<CaseEvent.Kind> events(Case c) {
        return c.events().stream().map(CaseEvent::kind).toList();
    }

    /** The events of which people were or are to be notified, in order. */
    public List<String> notifications() {
        List<String> notifications = new ArrayList<>();
        for (Case c : cases().list(CaseFilter.all(), 1_000)) {
            cases().notifications(c.id())
                    .forEach(n -> notifications.add(c.rule().code() + " "
                            + c.events().get(n.event() - 1).kind()));
        }
        return notifications;
    }
}
