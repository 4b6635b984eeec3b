package io.greenpark.alerts;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.ToldCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.webhook.WebhookChannel;
import io.greenpark.alerts.contact.Addresses;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.alerts.contact.ContactLinks;
import io.greenpark.alerts.contact.ContactRounds;
import io.greenpark.alerts.evaluation.CanaryEvaluator;
import io.greenpark.alerts.evaluation.ContactEvaluator;
import io.greenpark.alerts.evaluation.EndedCases;
import io.greenpark.alerts.evaluation.LimitChangeDetector;
import io.greenpark.alerts.evaluation.RegistryExpectations;
import io.greenpark.alerts.evaluation.RuleEvaluator;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.evaluation.SilenceEvaluator;
import io.greenpark.alerts.evaluation.StandstillEvaluator;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.series.AlertSeries;
import io.greenpark.alerts.series.LimitSeries;
import io.greenpark.alerts.text.CaseTexts;
import io.greenpark.park.registry.RegistryFollower;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.SeriesSource;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Alerts as a whole: two loops, one that evaluates the rules and one that delivers notifications. {@link #create} asks for
 * the marks of the accounts, so it comes before the accounts begin to book.
 */
public final class Alerts implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final Duration SILENCE_INTERVAL = Duration.ofSeconds(5);

    private final Clock clock;
    private final RegistryFollower follower;
    private final Cases cases;
    private final RuleEvaluator evaluator;
    private final LimitChangeDetector limitChanges;
    private final SilenceEvaluator silence;
    private final StandstillEvaluator standstill;
    private final EndedCases ended;
    private final CanaryEvaluator canary;
    private final ContactDesk contactDesk;
    private final ContactRounds contactRounds;
    private final ContactEvaluator contactEvaluator;
    private final NotificationDispatcher dispatcher;
    private final List<Channel> channels;
    private final BackgroundLoop rules;
    private final BackgroundLoop notifications;
    private Instant silenceEvaluatedAt = Instant.MIN;

    private Alerts(
            Books books,
            RuleInputs inputs,
            AlertsConfig config,
            boolean canaryExpected,
            String consoleUrl,
            byte[] linkKey,
            Vertx vertx,
            Clock clock) {
        this.clock = clock;
        RegistrySource registry = inputs.registry();
        this.follower = new RegistryFollower(registry);
        WithheldFigures withheld = new WithheldFigures(registry, inputs.disclosures());
        this.cases = new ToldCases(new CaseBook(books, clock), withheld);
        this.channels = channels(vertx, config);
        Outbox outbox = new Outbox(
                registry, config.outbox(), channels, config.links().urls(consoleUrl), CaseTexts::eventName, withheld);
        RegistryExpectations expectations = new RegistryExpectations(registry, clock);
        CaseReconciler reconciler = new CaseReconciler(new CaseTexts(registry, withheld), outbox, expectations);
        this.evaluator = new RuleEvaluator(books, inputs, config.rules(), reconciler, clock);
        this.limitChanges = new LimitChangeDetector(books, inputs.discharge());
        this.silence = new SilenceEvaluator(books, inputs, config.rules(), reconciler, clock);
        this.standstill = new StandstillEvaluator(books, inputs, config.rules(), reconciler, clock);
        this.ended = new EndedCases(books, config.rules(), expectations, reconciler, clock);
        this.canary = new CanaryEvaluator(books, registry, config.rules(), reconciler, canaryExpected, clock);
        ContactLinks links = new ContactLinks(linkKey, config.contacts(), clock);
        this.contactDesk =
                new ContactDesk(books, config.contacts(), links, config.mail().host() != null, clock);
        this.contactRounds = new ContactRounds(
                books,
                registry,
                config.contacts(),
                contactDesk,
                links,
                letters(),
                config.links().urls(consoleUrl),
                clock);
        this.contactEvaluator = new ContactEvaluator(books, config.rules(), reconciler, clock);
        this.dispatcher = new NotificationDispatcher(
                books, config.outbox(), channels, registry, new Addresses(config.contacts()), clock);
        this.rules = new BackgroundLoop(RuleEvaluator.CONSUMER, this::evaluate, evaluator::lag, IDLE, clock);
        this.notifications = new BackgroundLoop("notices", dispatcher::step, dispatcher::lag, IDLE, clock);
    }

    private static List<Channel> channels(Vertx vertx, AlertsConfig config) {
        List<Channel> channels = new ArrayList<>();
        if (config.mail().host() != null) {
            channels.add(new MailChannel(vertx, config.mail()));
        }
        channels.add(new WebhookChannel(vertx, config.webhook()));
        return List.copyOf(channels);
    }

    /**
     * @param canaryExpected whether the platform sends its own reading, so that a missing one is a case
     * @param consoleUrl where people reach the console, without a slash at its end, for links in notifications; settings may name
     *     others for officers and for enterprises
     * @param linkKey a secret of this installation that links to contacts are signed with
     */
    public static Alerts create(
            Books books,
            RuleInputs inputs,
            AlertsConfig config,
            boolean canaryExpected,
            String consoleUrl,
            byte[] linkKey,
            Vertx vertx,
            Clock clock) {
        Alerts alerts = new Alerts(books, inputs, config, canaryExpected, consoleUrl, linkKey, vertx, clock);
        alerts.evaluator.subscribe();
        inputs.registry().onChange(changed -> alerts.wakeUp());
        return alerts;
    }

    public Alerts start() {
        dispatcher.recover();
        rules.start();
        notifications.start();
        return this;
    }

    /** One round: changed limits, what is looked at every few seconds, then what the accounts have marked. */
    boolean evaluate() throws InterruptedException {
        Instant now = clock.instant();
        long begun = System.nanoTime();
        follower.follow(difference -> limitChanges.detect(difference, now));
        boolean past = limitChanges.step(now);
        // Before the marks: what earlier versions left open is closed without a notice only by these.
        if (silenceEvaluatedAt.isBefore(now.minus(SILENCE_INTERVAL))) {
            // What tells that the platform itself fails waits for nothing else.
            canary.step();
            silence.step();
            standstill.step();
            ended.step();
            silenceEvaluatedAt = now;
        }
        boolean more = evaluator.step() || past;
        notifications.wakeUp();
        if (past) {
            leaveRoom(System.nanoTime() - begun);
        }
        return more;
    }

    /**
     * Years of hours that changed limits are held against can wait, devices and bookings cannot: they are left as much time as
     * a portion took, unless that was long.
     */
    private static void leaveRoom(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(nanos, LONGEST_REST.toNanos()));
    }

    /** Reads cases and takes acknowledgements. */
    public Cases cases() {
        return cases;
    }

    /** How contacts stand, and what people say of them. */
    public ContactDesk contacts() {
        return contactDesk;
    }

    /** One look at all contacts, every minute or so; returns whether there may be more to do at once, which there never is. */
    public boolean lookAtContacts() {
        contactRounds.step();
        contactEvaluator.step();
        notifications.wakeUp();
        return false;
    }

    /** Takes letters that belong to no case; they are delivered as notifications are. */
    public LetterBox letters() {
        return new LetterBox(channels);
    }

    /** Verdicts that are folded once their day has been closed for some days. */
    public static List<HourTable<?>> hourTables() {
        return List.of(VerdictTable.hours());
    }

    /** The series {@code alert} and {@code limit}. */
    public static List<SeriesSource> series(RegistrySource registry, Disclosures disclosures) {
        return List.of(
                new AlertSeries(registry, new WithheldFigures(registry, disclosures)), new LimitSeries(registry));
    }

    /** The accounts have changed; evaluate soon. Any thread. */
    public void wakeUp() {
        rules.wakeUp();
    }

    /** How rules and notifications stand. */
    public List<LoopStatus> status() {
        return List.of(rules.status(), notifications.status());
    }

    @Override
    public void close() {
        rules.close();
        notifications.close();
        channels.forEach(Channel::close);
    }
}
