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

    private final Books books;
    private final OutboxConfig config;
    private final Map<String, Channel> channels;
    private final RegistrySource registry;
    private final Recipients recipients;
    private final DeliveryWatch watch;
    private final Clock clock;

    /** @param watch is told what came of every attempt */
    public NotificationDispatcher(
            Books books,
            OutboxConfig config,
            List<Channel> channels,
            RegistrySource registry,
            DeliveryWatch watch,
            Clock clock) {
        this.books = books;
        this.watch = watch;
        this.registry = registry;
        this.recipients = new Recipients(config);
        this.config = config;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::code, Function.identity()));
        this.clock = clock;
    }

    /** Releases what this process had claimed when it last ended; to be called once, before the first step. */
    public void recover() {
        books.write(tx -> {
            OutboxTable.ALL.forEach(table -> table.releaseOwn(tx.handle(), config.instance()));
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
            return table.claim(tx.handle(), config.instance(), now, horizon, PORTION);
        });
        List<CompletableFuture<DeliveryResult>> results =
                claimed.stream().map(this::send).toList();
        awaitAll(results);
        books.write(tx -> {
            for (int i = 0; i < claimed.size(); i++) {
                record(table, tx.handle(), claimed.get(i), results.get(i).join());
            }
            return true;
        });
        return !claimed.isEmpty();
    }

    private CompletableFuture<DeliveryResult> send(ClaimedMessage message) {
        Channel channel = channels.get(message.channel());
        if (channel == null) {
            return CompletableFuture.completedFuture(
                    new Retry("the channel " + message.channel() + " is switched off"));
        }
        if (!isStillTold(message, channel)) {
            return CompletableFuture.completedFuture(
                    new Undeliverable("is no contact of what the case is about any more"));
        }
        CompletableFuture<DeliveryResult> sent = new CompletableFuture<>();
        channel.send(message.message())
                .whenComplete((result, failure) -> sent.complete(
                        failure == null ? result : new Retry(failure.getClass().getSimpleName())));
        return sent.completeOnTimeout(new Retry("no answer"), LONGEST_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Contacts leave: what was written to one before and is not sent yet is nobody else's business. */
    private boolean isStillTold(ClaimedMessage message, Channel channel) {
        return recipients.of(registry.current(), message.about(), message.rule()).stream()
                .anyMatch(told -> message.target().equals(channel.target(told.contact())));
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
        watch.attempted(handle, message.channel(), message.target(), result, now);
        if (result instanceof Delivered) {
            table.delivered(handle, message.id(), config.instance(), now);
        } else if (result instanceof Undeliverable undeliverable) {
            giveUp(table, handle, message, now, undeliverable.reason());
        } else if (result instanceof Retry retry) {
            Instant next = now.plus(pause(message.attempts()));
            Instant last = Instant.ofEpochMilli(message.createdMs()).plus(config.giveUpAfter());
            if (next.isAfter(last)) {
                giveUp(
                        table,
                        handle,
                        message,
                        now,
                        "given up after " + (message.attempts() + 1) + " attempts: " + retry.reason());
            } else {
                table.retry(handle, message.id(), config.instance(), next, shortened(retry.reason()));
            }
        }
    }

    private void giveUp(OutboxTable table, Handle handle, ClaimedMessage message, Instant now, String reason) {
        table.giveUp(handle, message.id(), config.instance(), now, shortened(reason));
        LOG.warn(
                "notification {} by {} could not be delivered: {}", message.id(), message.channel(), shortened(reason));
    }

    /** Doubles from attempt to attempt. */
    private Duration pause(int attemptsBefore) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.min(attemptsBefore, 20));
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
