package io.greenpark.alerts;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.webhook.WebhookChannel;
import io.greenpark.alerts.contact.Addresses;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.alerts.contact.ContactLinks;
import io.greenpark.alerts.contact.ContactRounds;
import io.greenpark.alerts.evaluation.CanaryEvaluator;
import io.greenpark.alerts.evaluation.ContactEvaluator;
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
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.text.CaseTexts;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The platform of a timeline: real books, a settable clock, a registry and settings that change, and the rules over them. */
abstract class TimelinePlatform implements BeforeEachCallback, AfterEachCallback, RegistrySource {
    private static final Vertx VERTX = Vertx.vertx();
    private static final byte[] KEY = new byte[32];
    private static final String URL = "http://localhost:8080";

    final Disclosures disclosures = Disclosures.standard();
    public final TestAccounts accounts = new TestAccounts();
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T00:00:00Z"));
    private final Map<String, String> settings = new HashMap<>();
    Registry registry = new TestPark().registry();
    private final BooksKind kind;
    private Path folder;
    private BooksPlace place;
    CountedBooks books;
    private AlertsConfig config;
    private List<Channel> channels = List.of();
    RuleEvaluator evaluator;
    LimitChangeDetector limitChanges;
    SilenceEvaluator silence;
    StandstillEvaluator standstill;
    CanaryEvaluator canary;
    EndedCases ended;
    private boolean canaryExpected = true;
    NotificationDispatcher dispatcher;
    ContactDesk contactDesk;
    ContactRounds contactRounds;
    ContactEvaluator contactEvaluator;

    TimelinePlatform(BooksKind kind) {
        this.kind = kind;
    }

    /** For the next step of the story. */
    abstract Timeline line();

    /** What the platform has read of its log, from its start on. */
    abstract ReaderLag lag();

    abstract DoorInputs doorInputs();

    /** The process begins now. */
    abstract void begins();

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
        books = new CountedBooks(place.open(clock));
        channels = List.of(new MailChannel(VERTX, config.mail()), new WebhookChannel(VERTX, config.webhook()));
        begins();
        open(inputs(this));
        return line();
    }

    private void open(RuleInputs inputs) {
        WithheldFigures withheld = new WithheldFigures(this, disclosures);
        Outbox outbox =
                new Outbox(this, config.outbox(), channels, config.links().urls(URL), CaseTexts::eventName, withheld);
        RegistryExpectations expectations = new RegistryExpectations(this, clock);
        CaseReconciler reconciler = new CaseReconciler(new CaseTexts(this, withheld), outbox, expectations);
        evaluator = new RuleEvaluator(books, inputs, config.rules(), reconciler, clock);
        evaluator.subscribe();
        limitChanges = new LimitChangeDetector(books, accounts);
        silence = new SilenceEvaluator(books, inputs, config.rules(), reconciler, clock);
        standstill = new StandstillEvaluator(books, inputs, config.rules(), reconciler, clock);
        ended = new EndedCases(books, config.rules(), expectations, reconciler, clock);
        canary = new CanaryEvaluator(books, this, config.rules(), reconciler, canaryExpected, clock);
        dispatcher = new NotificationDispatcher(
                books, config.outbox(), channels, this, new Addresses(config.contacts()), clock);
        dispatcher.recover();
        openContacts(reconciler);
    }

    private void openContacts(CaseReconciler reconciler) {
        ContactLinks links = new ContactLinks(KEY, config.contacts(), clock);
        contactDesk = new ContactDesk(books, config.contacts(), links, true, clock);
        contactRounds = new ContactRounds(
                books,
                this,
                config.contacts(),
                contactDesk,
                links,
                new LetterBox(channels),
                config.links().urls(URL),
                clock);
        contactEvaluator = new ContactEvaluator(books, config.rules(), reconciler, clock);
    }

    private RuleInputs inputs(RegistrySource source) {
        return new RuleInputs(source, accounts, accounts, disclosures, lag(), doorInputs());
    }

    /** Restarts as the process that ships: all looks in the order in which it takes them, by its own loop or by hand. */
    public Alerts wholeProcess() {
        restart();
        RegistrySource source = RegistrySource.fixed(registry);
        return Alerts.create(books, inputs(source), config, canaryExpected, URL, KEY, VERTX, clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        channels.forEach(Channel::close);
        books.close();
        place.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(TimelinePlatform::delete);
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

    /** From now on no canary is sent; restarts. */
    public Timeline withoutCanary() {
        canaryExpected = false;
        return restart();
    }

    /** Restarts as the first start after an upgrade finds the books. */
    public Timeline upgrade() {
        books.write(tx -> tx.handle().execute("DELETE FROM alert_done_once"));
        return restart();
    }

    public Timeline registry(TestPark park) {
        registry = park.registry();
        return line();
    }

    @Override
    public Registry current() {
        return registry;
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        throw new UnsupportedOperationException("the timeline detects changed limits itself");
    }

    public CountedBooks books() {
        return books;
    }
}
