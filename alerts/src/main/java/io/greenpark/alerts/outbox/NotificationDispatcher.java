package io.greenpark.alerts.outbox;

import io.greenpark.alerts.outbox.DeliveryResult.Delivered;
import io.greenpark.alerts.outbox.DeliveryResult.Retry;
import io.greenpark.alerts.outbox.DeliveryResult.Undeliverable;
import io.greenpark.alerts.outbox.OutboxTable.ClaimedMessage;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers notifications: claims those that are due, sends them concurrently, records what came of each attempt. A crash
 * between sending and recording sends again under the same id. Whoever is no contact any more when it is sent gets nothing. Used by one
 * thread.
 */
public final class NotificationDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationDispatcher.class);
    private static final int PORTION = 32;
    /** Channels time out by themselves well before. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(1);

    private static final int LONGEST_REASON = 300;

    /** Of an envelope: not all that is in it is still to be told to its recipient. */
    private static final DeliveryResult OUTDATED =
            new Undeliverable("is made anew without what is not to be told any more");

    private final Books books;
    private final OutboxConfig config;
    private final Map<String, Channel> channels;
    private final RegistrySource registry;
    private final Recipients recipients;
    private final Pacer pacer;
    private final Bundling bundling;
    private final DeliveryWatch watch;
    private final Routes routes;
    private final Clock clock;

    /**
     * @param urls where people reach the console
     * @param maintainers who looks after devices
     * @param watch is told what came of every attempt
     */
    public NotificationDispatcher(
            Books books,
            OutboxConfig config,
            List<Channel> channels,
            LinksConfig.Urls urls,
            RegistrySource registry,
            Maintainers maintainers,
            DeliveryWatch watch,
            Clock clock) {
        this.books = books;
        this.watch = watch;
        this.registry = registry;
        this.recipients = new Recipients(config, maintainers);
        this.config = config;
        this.routes = new Routes(config, channels);
        this.channels = channels.stream().collect(Collectors.toMap(Channel::code, Function.identity()));
        this.pacer = new Pacer(this.channels);
        this.bundling = new Bundling(this.channels, recipients, urls, pacer);
        this.clock = clock;
    }

    /** Releases what this process had claimed when it last ended; to be called once, before the first step. */
    public void recover() {
        books.write(tx -> {
            OutboxTable.ALL.forEach(table -> table.releaseOwn(tx.handle(), config.instance()));
            pacer.recover(tx.handle(), clock.instant());
            return true;
        });
    }

    /** How many notifications are neither delivered nor given up. */
    public long lag() {
        return books.read(handle -> OutboxTable.ALL.stream()
                .mapToLong(table -> table.pending(handle))
                .sum());
    }

    /** Delivers one portion of notifications and one of letters; returns whether there may be more that is due. */
    public boolean step() throws InterruptedException {
        boolean more = false;
        for (OutboxTable table : OutboxTable.ALL) {
            more |= step(table);
        }
        return more;
    }

    private boolean step(OutboxTable table) throws InterruptedException {
        Instant now = clock.instant();
        Instant horizon = now.plus(config.longestPause());
        Instant claimsBefore = now.minus(config.claimFor());
        if (!books.read(handle -> table.hasWork(handle, now, horizon, claimsBefore))) {
            return false;
        }
        List<ClaimedMessage> claimed = books.write(tx -> {
            table.releaseOlder(tx.handle(), claimsBefore);
            if (table == OutboxTable.CASES) {
                bundling.bundle(tx.handle(), registry.current(), now, horizon);
            }
            return table.claim(tx.handle(), config.instance(), now, horizon, PORTION);
        });
        List<Attempt> attempts =
                claimed.stream().map(message -> attempt(table, message)).toList();
        awaitAll(attempts.stream().map(Attempt::result).toList());
        books.write(tx -> {
            RouteTable.Outcomes outcomes = new RouteTable.Outcomes();
            for (Attempt attempt : attempts) {
                record(table, tx.handle(), attempt.message(), attempt.result().join());
                if (attempt.sent()) {
                    note(outcomes, attempt);
                }
            }
            outcomes.write(tx.handle(), clock.instant());
            return true;
        });
        return !claimed.isEmpty();
    }

    /**
     * One message of a portion.
     *
     * @param sent whether it went to its channel at all
     */
    private record Attempt(ClaimedMessage message, boolean sent, CompletableFuture<DeliveryResult> result) {
        static Attempt none(ClaimedMessage message, DeliveryResult result) {
            return new Attempt(message, false, CompletableFuture.completedFuture(result));
        }
    }

    private void note(RouteTable.Outcomes outcomes, Attempt attempt) {
        DeliveryResult result = attempt.result().join();
        ClaimedMessage message = attempt.message();
        outcomes.add(routes, message.channel(), message.target(), result, shortened(Routes.reason(result)));
    }

    private Attempt attempt(OutboxTable table, ClaimedMessage message) {
        Channel channel = channels.get(message.channel());
        if (channel == null) {
            return Attempt.none(message, new Retry("the channel " + message.channel() + " is switched off"));
        }
        if (table == OutboxTable.ENVELOPES) {
            if (!books.read(handle -> bundling.isStillTold(handle, registry.current(), message.id()))) {
                return Attempt.none(message, OUTDATED);
            }
        } else if (!isStillTold(message, channel)) {
            return Attempt.none(message, new Undeliverable("is no contact of what the case is about any more"));
        }
        return new Attempt(message, true, send(channel, message));
    }

    private CompletableFuture<DeliveryResult> send(Channel channel, ClaimedMessage message) {
        pacer.note(message.channel(), message.target(), clock.instant());
        CompletableFuture<DeliveryResult> sent = new CompletableFuture<>();
        channel.send(message.message())
                .whenComplete((result, failure) -> sent.complete(
                        failure == null
                                ? result
                                : Retry.unanswered(failure.getClass().getSimpleName())));
        return sent.completeOnTimeout(Retry.unanswered("no answer"), LONGEST_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Contacts leave: what was written to one before and is not sent yet is nobody else's business. */
    private boolean isStillTold(ClaimedMessage message, Channel channel) {
        Told told = message.told();
        return told != null
                && (recipients.isTold(registry.current(), told, channel, message.target())
                        || isStandingIn(message, told, channel));
    }

    /** Whoever is told in another one's place is, as long as he may see what it is about. */
    private boolean isStandingIn(ClaimedMessage message, Told told, Channel channel) {
        return message.target() != null
                && books.<Boolean, RuntimeException>read(handle -> StandInTable.has(handle, message.id()))
                && recipients
                        .standingIn(registry.current(), told.about(), channel, message.target())
                        .isPresent();
    }

    private static void awaitAll(List<CompletableFuture<DeliveryResult>> results) throws InterruptedException {
        try {
            CompletableFuture.allOf(new ArrayList<>(results).toArray(CompletableFuture[]::new))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("delivery attempts complete with a value only", e);
        }
    }

    private void record(OutboxTable table, Handle handle, ClaimedMessage message, DeliveryResult result) {
        Instant now = clock.instant();
        if (result == OUTDATED) {
            table.giveUp(handle, message.id(), config.instance(), now, OUTDATED.toString());
            Bundling.open(handle, message.id(), now);
            return;
        }
        watch.attempted(handle, message.channel(), message.target(), result, now);
        if (result instanceof Delivered) {
            table.delivered(handle, message.id(), config.instance(), now);
            settle(table, handle, message, true, now, null);
        } else if (result instanceof Undeliverable undeliverable) {
            giveUp(table, handle, message, now, undeliverable.reason());
        } else if (result instanceof Retry retry) {
            retry(table, handle, message, now, retry);
        }
    }

    private void retry(OutboxTable table, Handle handle, ClaimedMessage message, Instant now, Retry retry) {
        Instant next = now.plus(pause(message.attempts()));
        if (retry.rest() != null) {
            Instant rested = now.plus(shorter(retry.rest(), config.longestPause()));
            pacer.rest(message.channel(), message.target(), rested);
            next = rested.isAfter(next) ? rested : next;
        }
        Instant last = Instant.ofEpochMilli(message.createdMs()).plus(config.giveUpAfter());
        if (next.isAfter(last)) {
            giveUp(
                    table,
                    handle,
                    message,
                    now,
                    "given up after " + (message.attempts() + 1) + " attempts: " + retry.reason());
        } else {
            table.retry(handle, message.id(), config.instance(), next, shortened(retry.reason()), retry.unsure());
        }
    }

    private void giveUp(OutboxTable table, Handle handle, ClaimedMessage message, Instant now, String reason) {
        table.giveUp(handle, message.id(), config.instance(), now, shortened(reason));
        settle(table, handle, message, false, now, shortened(reason));
        LOG.warn(
                "notification {} by {} could not be delivered: {}", message.id(), message.channel(), shortened(reason));
    }

    /** What is in an envelope fares as it does. */
    private static void settle(
            OutboxTable table,
            Handle handle,
            ClaimedMessage message,
            boolean arrived,
            Instant now,
            @Nullable String error) {
        if (table == OutboxTable.ENVELOPES) {
            Bundling.settle(handle, message.id(), arrived, now, error);
        }
    }

    /** Doubles from attempt to attempt. */
    private Duration pause(int attemptsBefore) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.min(attemptsBefore, 20));
        return shorter(pause, config.longestPause());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? b : a;
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
