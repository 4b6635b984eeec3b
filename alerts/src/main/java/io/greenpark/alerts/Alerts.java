package io.greenpark.alerts;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.alerts.bounce.BounceRounds;
import io.greenpark.alerts.bounce.BounceSettings;
import io.greenpark.alerts.bounce.ReturnTags;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.ToldCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.channel.sms.SmsWording;
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
import io.greenpark.alerts.evaluation.EndedCases;
import io.greenpark.alerts.evaluation.JudgingRules;
import io.greenpark.alerts.evaluation.LimitChangeDetector;
import io.greenpark.alerts.evaluation.OverdueEvaluator;
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
import io.greenpark.alerts.notice.WorkingTime;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.ChannelDesk;
import io.greenpark.alerts.outbox.Escalations;
import io.greenpark.alerts.outbox.Group;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.alerts.outbox.Routes;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.preview.MessageDesk;
import io.greenpark.alerts.receipt.ReceiptDesk;
import io.greenpark.alerts.series.AlertSeries;
import io.greenpark.alerts.series.LimitSeries;
import io.greenpark.alerts.stopped.StoppedEnterprises;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as a whole: two loops, one that evaluates the rules and one that delivers notifications. {@link #create} asks for
 * the marks of the accounts, so it comes before the accounts begin to book.
 */
public final class Alerts implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final Duration SILENCE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration HANDLING_INTERVAL = Duration.ofSeconds(30);

    private final Clock clock;
    private final Books books;
    private final RegistryFollower follower;
    private final Cases cases;
    private final RuleEvaluator evaluator;
    private final LimitChangeDetector limitChanges;
    private final SilenceEvaluator silence;
    private final StandstillEvaluator standstill;
    private final StoppedPowerEvaluator stopped;
    private final JudgingRules judging;
    private final EndedCases ended;
    private final VerdictVoids voids;
    private final CanaryEvaluator canary;
    private final ChannelEvaluator channelEvaluator;
    private final ChannelDesk channelDesk;
    private final Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());
    private final Policies<MessageTemplates> templates = new Policies<>(new MessageTemplateKind());
    private final ReceiptDesk receiptDesk;
    private final MessageDesk messageDesk;
    private final Explanations explanations;
    private final Escalations escalations;
    private final HandlingDesk handlingDesk;
    private final HandlingRounds handlingRounds;
    private final MarkDesk markDesk;
    private final MarkDigest markDigest;
    private final ContactDesk contactDesk;
    private final ContactRounds contactRounds;
    private final ContactEvaluator contactEvaluator;
    private final @Nullable BounceRounds bounces;
    private final OverdueEvaluator overdue;
    private final NotificationDispatcher dispatcher;
    private final List<Channel> channels;
    private final List<Group> groups;
    private final BackgroundLoop rules;
    private final BackgroundLoop notifications;
    private Instant silenceEvaluatedAt = Instant.MIN;
    private Instant handlingLookedAt = Instant.MIN;

    private Alerts(
            Books books,
            RuleInputs inputs,
            Maintainers maintainers,
            AlertsConfig config,
            boolean canaryExpected,
            String consoleUrl,
            byte[] linkKey,
            CaseRemarks remarks,
            Vertx vertx,
            Clock clock) {
        this.clock = clock;
        this.books = books;
        RegistrySource registry = inputs.registry();
        this.follower = new RegistryFollower(registry);
        WithheldFigures withheld = new WithheldFigures(registry, inputs.disclosures());
        CaseHandlings handlings = new CaseHandlings(registry, config.handling());
        this.cases = new ToldCases(new CaseBook(books, clock, handlings), withheld);
        BounceSettings returned = config.bounces();
        ReturnTags tags = returned.host() == null ? null : new ReturnTags(linkKey, returned.returnPath());
        this.channels = Channels.of(vertx, config, tags, clock);
        this.groups = config.outbox().groups();
        this.bounces = tags == null ? null : new BounceRounds(books, returned, tags, clock);
        CaseLinks caseLinks = new CaseLinks(linkKey, config.links().acknowledgeFor(), clock);
        Recipients recipients = new Recipients(config.outbox(), maintainers);
        this.judging = new JudgingRules(config.rules());
        StoppedEnterprises standing = new StoppedEnterprises(inputs.stopOrders());
        this.explanations = new Explanations(judging.books(), registry, standing);
        Outbox outbox = new Outbox(
                registry,
                recipients,
                channels,
                config.links().urls(consoleUrl),
                new Messages(templates),
                caseLinks,
                withheld,
                plans,
                remarks,
                explanations);
        this.escalations = new Escalations(books, outbox, clock);
        this.handlingDesk = new HandlingDesk(books, handlings, outbox, clock);
        this.handlingRounds = new HandlingRounds(books, handlings, outbox, clock);
        this.receiptDesk = new ReceiptDesk(
                books,
                registry,
                caseLinks,
                new Receipts(books, handlings, outbox, clock),
                recipients,
                channels,
                withheld);
        this.messageDesk = new MessageDesk(
                books, registry, config.links().urls(consoleUrl), new SmsWording(config.sms()), remarks, clock);
        RegistryExpectations expectations = new RegistryExpectations(registry, judging, standing, clock);
        CaseReconciler reconciler =
                new CaseReconciler(new CaseTexts(registry, withheld, standing), outbox, expectations, handlings);
        this.evaluator = new RuleEvaluator(books, inputs, judging, reconciler, clock);
        this.limitChanges = new LimitChangeDetector(books, inputs.discharge());
        this.silence = new SilenceEvaluator(books, inputs, judging, reconciler, clock);
        this.stopped = new StoppedPowerEvaluator(books, inputs, judging, standing, reconciler, clock);
        this.standstill = new StandstillEvaluator(books, inputs, judging, reconciler, clock);
        this.ended = new EndedCases(books, registry, judging, expectations, reconciler, clock);
        this.canary = new CanaryEvaluator(books, registry, judging, reconciler, canaryExpected, clock);
        this.voids = new VerdictVoids(registry, judging, reconciler);
        this.channelDesk =
                new ChannelDesk(books, config.outbox(), channels, config.links().urls(consoleUrl), clock);
        Routes routes = new Routes(config.outbox(), channels);
        this.channelEvaluator = new ChannelEvaluator(books, registry, judging, reconciler, routes, clock);
        this.markDesk = new MarkDesk(
                books, registry, new MarkLetters(letters(), config.links().urls(consoleUrl)), clock);
        this.markDigest =
                new MarkDigest(books, registry, plans, letters(), config.links().urls(consoleUrl), clock);
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
        this.contactEvaluator = new ContactEvaluator(books, registry, judging, reconciler, clock);
        this.overdue = new OverdueEvaluator(books, registry, judging, reconciler, clock);
        this.dispatcher = new NotificationDispatcher(
                books,
                config.outbox(),
                channels,
                config.links().urls(consoleUrl),
                registry,
                maintainers,
                new Addresses(config.contacts()),
                clock);
        this.rules = new BackgroundLoop(RuleEvaluator.CONSUMER, this::evaluate, evaluator::lag, IDLE, clock);
        this.notifications = new BackgroundLoop("notices", dispatcher::step, dispatcher::lag, IDLE, clock);
    }

    /**
     * @param maintainers who looks after devices
     * @param canaryExpected whether the platform sends its own reading, so that a missing one is a case
     * @param consoleUrl where people reach the console, without a slash at its end, for links in notifications; settings may name
     *     others for officers and for enterprises
     * @param linkKey a secret of this installation that links to contacts are signed with
     * @param remarks what stands beside cases that people are told of
     */
    public static Alerts create(
            Books books,
            RuleInputs inputs,
            Maintainers maintainers,
            AlertsConfig config,
            boolean canaryExpected,
            String consoleUrl,
            byte[] linkKey,
            CaseRemarks remarks,
            Vertx vertx,
            Clock clock) {
        Alerts alerts = new Alerts(
                books, inputs, maintainers, config, canaryExpected, consoleUrl, linkKey, remarks, vertx, clock);
        alerts.evaluator.subscribe();
        inputs.registry().onChange(changed -> alerts.wakeUp());
        return alerts;
    }

    public Alerts start() {
        dispatcher.recover();
        handlingRounds.takeOver();
        rules.start();
        notifications.start();
        return this;
    }

    /** One round: changed limits, what is looked at every few seconds, then what the accounts have marked. */
    boolean evaluate() throws InterruptedException {
        Instant now = clock.instant();
        long begun = System.nanoTime();
        // Numbers of former cases come before those of new ones.
        handlingRounds.takeOver();
        follower.follow(difference -> limitChanges.detect(difference, now));
        boolean past = limitChanges.step(now);
        // Before the marks: what earlier versions left open is closed without a notice only by these.
        if (silenceEvaluatedAt.isBefore(now.minus(SILENCE_INTERVAL))) {
            // What tells that the platform itself fails waits for nothing else.
            explanations.step(books, now);
            canary.step();
            channelEvaluator.step();
            silence.step();
            standstill.step();
            stopped.step();
            ended.step();
            explanations.step(books, now);
            escalations.step();
            silenceEvaluatedAt = now;
        }
        boolean more = evaluator.step() || past;
        if (handlingLookedAt.isBefore(now.minus(HANDLING_INTERVAL))) {
            handlingRounds.step();
            markDigest.step();
            handlingLookedAt = now;
        }
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

    /** Where people act on cases. */
    public HandlingDesk handling() {
        return handlingDesk;
    }

    /** Where people take note of cases by the links of messages. */
    public ReceiptDesk receipts() {
        return receiptDesk;
    }

    /** Where the wording of messages is edited. */
    public MessageDesk messages() {
        return messageDesk;
    }

    /** When people work, by the notice plan in force. */
    public WorkingTime workingTime() {
        return books.read(plans::newest).says().time();
    }

    /** Takes back what was said of a time that an objection was right about. */
    public VerdictVoids voids() {
        return voids;
    }

    /** Where enterprises mark their data and the authority decides of it. */
    public MarkDesk marks() {
        return markDesk;
    }

    /** The rules, and where people change them. */
    public JudgingRules rules() {
        return judging;
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

    /** Looks into the mailbox that mails come back to; empty where none is set. */
    public Optional<BounceRounds> bounces() {
        return Optional.ofNullable(bounces);
    }

    /** Makes cases of steps of audits that are overdue; what is overdue is for whoever keeps audits to say. */
    public OverdueEvaluator overdue() {
        return overdue;
    }

    /** How the ways fare on which people are told, and test messages on them. */
    public ChannelDesk channels() {
        return channelDesk;
    }

    /** Takes letters that belong to no case; they are delivered as notifications are. */
    public LetterBox letters() {
        return new LetterBox(channels, groups);
    }

    /** Verdicts that are folded once their day has been closed for some days. */
    public static List<HourTable<?>> hourTables() {
        return List.of(VerdictTable.hours());
    }

    /** The series {@code alert} and {@code limit}. */
    public static List<SeriesSource> series(RegistrySource registry, Disclosures disclosures, CaseRemarks remarks) {
        return List.of(
                new AlertSeries(registry, new WithheldFigures(registry, disclosures), remarks),
                new LimitSeries(registry));
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
