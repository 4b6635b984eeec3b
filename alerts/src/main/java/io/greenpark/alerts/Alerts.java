package io.greenpark.alerts;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.webhook.WebhookChannel;
import io.greenpark.alerts.evaluation.CanaryEvaluator;
import io.greenpark.alerts.evaluation.LimitWatch;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RuleEvaluator;
import io.greenpark.alerts.evaluation.SilenceEvaluator;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.series.AlertSeries;
import io.greenpark.alerts.series.LimitSeries;
import io.greenpark.alerts.text.FindingTexts;
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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Alerts as a whole: two loops, one that judges and one that delivers. {@link #create} asks for the marks of the accounts,
 * so it comes before the accounts begin to book.
 */
public final class Alerts implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration SILENCE_EVERY = Duration.ofSeconds(5);

    private final Clock clock;
    private final RegistrySource registry;
    private final CaseBook cases;
    private final RuleEvaluator evaluator;
    private final LimitWatch limits;
    private final SilenceEvaluator silence;
    private final CanaryEvaluator canary;
    private final NotificationDispatcher dispatcher;
    private final List<Channel> channels;
    private final BackgroundLoop rules;
    private final BackgroundLoop notices;
    private final AtomicBoolean registryChanged = new AtomicBoolean(true);
    private Instant silenceSeen = Instant.MIN;

    private Alerts(
            Books books,
            RegistrySource registry,
            DischargeAccounts discharge,
            IntensityAccounts intensity,
            ReaderLag readerLag,
            AlertsConfig config,
            boolean canaryFlies,
            String consoleUrl,
            Vertx vertx,
            Clock clock) {
        this.clock = clock;
        this.registry = registry;
        this.cases = new CaseBook(books, clock);
        this.channels = channels(vertx, config);
        Outbox outbox = new Outbox(registry, config.outbox(), channels, consoleUrl, FindingTexts::step);
        CaseReconciler reconciler = new CaseReconciler(new FindingTexts(registry), outbox);
        this.evaluator = new RuleEvaluator(
                books, registry, discharge, intensity, readerLag.accounts(), config.rules(), reconciler, clock);
        this.limits = new LimitWatch(books, discharge);
        this.silence = new SilenceEvaluator(books, registry, config.rules(), reconciler, readerLag.signs(), clock);
        this.canary = new CanaryEvaluator(books, registry, config.rules(), reconciler, canaryFlies, clock);
        this.dispatcher = new NotificationDispatcher(books, config.outbox(), channels, clock);
        this.rules = new BackgroundLoop(RuleEvaluator.CONSUMER, this::judgeStep, evaluator::lag, IDLE, clock);
        this.notices = new BackgroundLoop("notices", dispatcher::step, dispatcher::lag, IDLE, clock);
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
     * @param readerLag how far the live state and the accounts are behind the log
     * @param canaryFlies whether the platform sends its own reading, so that a missing one is a case
     * @param consoleUrl where people reach the console, without a slash at its end, for links in notices
     */
    public static Alerts create(
            Books books,
            RegistrySource registry,
            DischargeAccounts discharge,
            IntensityAccounts intensity,
            ReaderLag readerLag,
            AlertsConfig config,
            boolean canaryFlies,
            String consoleUrl,
            Vertx vertx,
            Clock clock) {
        Alerts alerts = new Alerts(
                books, registry, discharge, intensity, readerLag, config, canaryFlies, consoleUrl, vertx, clock);
        alerts.evaluator.subscribe();
        registry.onChange(changed -> alerts.registryChanged.set(true));
        return alerts;
    }

    public Alerts start() {
        dispatcher.recover();
        rules.start();
        notices.start();
        return this;
    }

    private boolean judgeStep() {
        Instant now = clock.instant();
        if (registryChanged.compareAndSet(true, false)) {
            lookAtLimits(now);
        }
        boolean more = evaluator.step();
        if (silenceSeen.isBefore(now.minus(SILENCE_EVERY))) {
            silence.step();
            canary.step();
            silenceSeen = now;
        }
        notices.wakeUp();
        return more;
    }

    private void lookAtLimits(Instant now) {
        try {
            limits.look(registry.current(), now);
        } catch (RuntimeException e) {
            registryChanged.set(true);
            throw e;
        }
    }

    /** Reads cases and takes acknowledgements. */
    public Cases cases() {
        return cases;
    }

    /** The series {@code alert} and {@code limit}. */
    public static List<SeriesSource> series(RegistrySource registry) {
        return List.of(new AlertSeries(registry), new LimitSeries(registry));
    }

    /** The accounts have changed; look soon. Any thread. */
    public void wakeUp() {
        rules.wakeUp();
    }

    /** How rules and notices stand. */
    public List<LoopStatus> status() {
        return List.of(rules.status(), notices.status());
    }

    @Override
    public void close() {
        rules.close();
        notices.close();
        channels.forEach(Channel::close);
    }
}
