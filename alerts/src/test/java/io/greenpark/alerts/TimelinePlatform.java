package io.greenpark.alerts;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.alerts.bounce.BounceRounds;
import io.greenpark.alerts.bounce.ReturnTags;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.contact.Addresses;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.alerts.contact.ContactLinks;
import io.greenpark.alerts.contact.ContactRounds;
import io.greenpark.alerts.desk.CaseHandlings;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.desk.HandlingRounds;
import io.greenpark.alerts.desk.Receipts;
import io.greenpark.alerts.evaluation.CanaryEvaluator;
import io.greenpark.alerts.evaluation.ChannelEvaluator;
import io.greenpark.alerts.evaluation.ContactEvaluator;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.EndedCases;
import io.greenpark.alerts.evaluation.JudgingRules;
import io.greenpark.alerts.evaluation.LimitChangeDetector;
import io.greenpark.alerts.evaluation.OverdueEvaluator;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RegistryExpectations;
import io.greenpark.alerts.evaluation.RuleEvaluator;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.evaluation.SilenceEvaluator;
import io.greenpark.alerts.evaluation.StandstillEvaluator;
import io.greenpark.alerts.evaluation.StoppedPowerEvaluator;
import io.greenpark.alerts.evaluation.VerdictVoids;
import io.greenpark.alerts.explain.Explanations;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.marking.MarkDigest;
import io.greenpark.alerts.marking.MarkLetters;
import io.greenpark.alerts.message.MessageTemplateKind;
import io.greenpark.alerts.message.MessageTemplates;
import io.greenpark.alerts.message.Messages;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.Escalations;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.alerts.outbox.Routes;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.receipt.ReceiptDesk;
import io.greenpark.alerts.stopped.StopOrder;
import io.greenpark.alerts.stopped.StoppedEnterprises;
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
import org.jspecify.annotations.Nullable;
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
    StoppedPowerEvaluator stopped;
    public JudgingRules rules;
    CanaryEvaluator canary;
    ChannelEvaluator deadChannels;
    EndedCases ended;
    VerdictVoids voids;
    CaseRemarks remarks = CaseRemarks.NONE;
    /** Orders to stop that are there now, by enterprise. */
    public final Map<String, List<StopOrder>> stopOrders = new HashMap<>();

    private boolean canaryExpected = true;
    NotificationDispatcher dispatcher;
    Explanations explanations;
    Escalations escalations;
    Maintainers maintainers = Maintainers.NONE;
    public final Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());
    public final Policies<MessageTemplates> templates = new Policies<>(new MessageTemplateKind());
    public ReceiptDesk receipts;
    CaseHandlings handlings;
    HandlingDesk handlingDesk;
    HandlingRounds handlingRounds;
    ContactDesk contactDesk;
    MarkDesk markDesk;
    MarkDigest markDigest;

    @Nullable
    BounceRounds bounces;

    ContactRounds contactRounds;
    ContactEvaluator contactEvaluator;
    private OverdueEvaluator overdue;

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
        tellAtOnce();
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
        ReturnTags tags = config.bounces().host() == null
                ? null
                : new ReturnTags(KEY, config.bounces().returnPath());
        bounces = tags == null ? null : new BounceRounds(books, config.bounces(), tags, clock);
        channels = Channels.of(VERTX, config, tags, clock);
        begins();
        open(inputs(this));
        return line();
    }

    private void open(RuleInputs inputs) {
        WithheldFigures withheld = new WithheldFigures(this, disclosures);
        CaseLinks links = new CaseLinks(KEY, config.links().acknowledgeFor(), clock);
        Recipients recipients = new Recipients(config.outbox(), maintainers);
        rules = new JudgingRules(config.rules());
        StoppedEnterprises standing = new StoppedEnterprises(handle -> Map.copyOf(stopOrders));
        explanations = new Explanations(rules.books(), this, standing);
        Outbox outbox = new Outbox(
                this,
                recipients,
                channels,
                config.links().urls(URL),
                new Messages(templates),
                links,
                withheld,
                plans,
                (handle, c) -> remarks.of(handle, c),
                explanations);
        escalations = new Escalations(books, outbox, clock);
        RegistryExpectations expectations = new RegistryExpectations(this, rules, standing, clock);
        handlings = new CaseHandlings(this, config.handling());
        handlingDesk = new HandlingDesk(books, handlings, outbox, clock);
        handlingRounds = new HandlingRounds(books, handlings, outbox, clock);
        receipts = new ReceiptDesk(
                books, this, links, new Receipts(books, handlings, outbox, clock), recipients, channels, withheld);
        CaseReconciler reconciler =
                new CaseReconciler(new CaseTexts(this, withheld, standing), outbox, expectations, handlings);
        evaluator = new RuleEvaluator(books, inputs, rules, reconciler, clock);
        evaluator.subscribe();
        limitChanges = new LimitChangeDetector(books, accounts);
        silence = new SilenceEvaluator(books, inputs, rules, reconciler, clock);
        stopped = new StoppedPowerEvaluator(books, inputs, rules, standing, reconciler, clock);
        standstill = new StandstillEvaluator(books, inputs, rules, reconciler, clock);
        ended = new EndedCases(books, this, rules, expectations, reconciler, clock);
        canary = new CanaryEvaluator(books, this, rules, reconciler, canaryExpected, clock);
        voids = new VerdictVoids(this, rules, reconciler);
        deadChannels =
                new ChannelEvaluator(books, this, rules, reconciler, new Routes(config.outbox(), channels), clock);
        dispatcher = new NotificationDispatcher(
                books,
                config.outbox(),
                channels,
                config.links().urls(URL),
                this,
                maintainers,
                new Addresses(config.contacts()),
                clock);
        dispatcher.recover();
        openContacts(reconciler);
    }

    /** What upheld objections do. */
    /** From now on this stands beside cases. */
    public void remarks(CaseRemarks others) {
        remarks = others;
    }

    public VerdictVoids voids() {
        return voids;
    }

    /** Takes letters by the channels there are. */
    public LetterBox letters() {
        return new LetterBox(channels);
    }

    /** The mailbox that mails come back to, as it is read by a process that another one overtakes. */
    BounceRounds overtakenBounces() {
        ReturnTags tags = new ReturnTags(KEY, config.bounces().returnPath());
        return new BounceRounds(new OvertakenBooks(books), config.bounces(), tags, clock);
    }

    private void openContacts(CaseReconciler reconciler) {
        markDesk = new MarkDesk(
                books,
                this,
                new MarkLetters(new LetterBox(channels), config.links().urls(URL)),
                clock);
        markDigest = new MarkDigest(
                books, this, plans, new LetterBox(channels), config.links().urls(URL), clock);
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
        contactEvaluator = new ContactEvaluator(books, this, rules, reconciler, clock);
        overdue = new OverdueEvaluator(books, this, rules, reconciler, clock);
    }

    private RuleInputs inputs(RegistrySource source) {
        return new RuleInputs(
                source,
                accounts,
                accounts,
                accounts,
                disclosures,
                lag(),
                doorInputs(),
                handle -> Map.copyOf(stopOrders));
    }

    /** Restarts as the process that ships: all looks in the order in which it takes them, by its own loop or by hand. */
    public Alerts wholeProcess() {
        restart();
        RegistrySource source = RegistrySource.fixed(registry);
        return Alerts.create(
                books, inputs(source), maintainers, config, canaryExpected, URL, KEY, CaseRemarks.NONE, VERTX, clock);
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

    /** Changes settings, key and value in turn, and restarts. */
    public Timeline set(String key, String value, String... more) {
        settings.put(key, value);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return restart();
    }

    /** From now on people are told as the platform ships it. */
    public Timeline tellAsShipped() {
        return plan(new NoticePlanKind().shipped());
    }

    /** Everybody is told of everything at once, as stories begin: what is raised shows at once. */
    private Timeline tellAtOnce() {
        String atOnce = "{\"first\": \"at-once\"}";
        return plan("{\"rules\": [{\"code\": \"all\", \"name\": {\"zh\": \"全部\", \"en\": \"All\"}, \"maintainer\": "
                + atOnce
                + ", \"enterprise\": " + atOnce + ", \"office\": " + atOnce + "}], \"caps\": {\"office\": 1000},"
                + " \"time\": {\"from\": \"08:30\", \"to\": \"17:30\", \"digestAt\": \"08:30\", \"digestOnDaysOff\": true,"
                + " \"days\": [\"monday\"]}}");
    }

    /** From now on people are told by another plan. */
    public Timeline plan(String document) {
        long seen = books.read(handle -> plans.newest(handle).version());
        plans.change(books, clock, document, seen, "li", "试行").orElseThrow();
        return line();
    }

    /** Who looks after devices. */
    public Timeline maintainers(Maintainers other) {
        maintainers = other;
        return restart();
    }

    /** The bureau gets a recipient of its own; restarts. */
    public Timeline bureau(String name, String email) {
        return bureau(0, name, email);
    }

    /** The same of one of several. */
    public Timeline bureau(int which, String name, String email) {
        settings.put("alerts.recipients." + which + ".name", name);
        return set("alerts.recipients." + which + ".email", email);
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
        return registry(park.registry());
    }

    /** From now on the registry is another one. */
    public Timeline registry(Registry other) {
        registry = other;
        return line();
    }

    /** Makes cases of steps of audits that are overdue. */
    public OverdueEvaluator overdue() {
        return overdue;
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
