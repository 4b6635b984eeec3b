package io.greenpark.alerts.outbox;

import io.greenpark.alerts.outbox.Delivery.Delivered;
import io.greenpark.alerts.outbox.Delivery.Refused;
import io.greenpark.alerts.outbox.Delivery.Retry;
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
 * Delivers notices: claims due rows, sends them side by side, notes what came of each. A crash between sending and noting
 * sends again under the same id. Used by one thread.
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
    private final Clock clock;

    public NotificationDispatcher(Books books, OutboxConfig config, List<Channel> channels, Clock clock) {
        this.books = books;
        this.config = config;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::code, Function.identity()));
        this.clock = clock;
    }

    /** Sets free what this process had claimed when it last ended; to be called once, before the first step. */
    public void recover() {
        books.write(tx -> {
            OutboxTable.releaseOwn(tx.handle(), config.instance());
            return true;
        });
    }

    /** Notices not yet delivered or given up. */
    public long lag() {
        return books.read(OutboxTable::waiting);
    }

    /** Delivers one portion; returns whether there may be more that is due. */
    public boolean step() throws InterruptedException {
        Instant now = clock.instant();
        Instant horizon = now.plus(config.longestPause());
        Instant claimsBefore = now.minus(config.claimFor());
        if (!books.read(handle -> OutboxTable.hasWork(handle, now, horizon, claimsBefore))) {
            return false;
        }
        List<OutboxTable.Row> claimed = books.write(tx -> {
            OutboxTable.releaseOlder(tx.handle(), claimsBefore);
            return OutboxTable.claim(tx.handle(), config.instance(), now, horizon, PORTION);
        });
        List<CompletableFuture<Delivery>> sent =
                claimed.stream().map(this::send).toList();
        waitFor(sent);
        books.write(tx -> {
            for (int i = 0; i < claimed.size(); i++) {
                note(tx.handle(), claimed.get(i), sent.get(i).join());
            }
            return true;
        });
        return !claimed.isEmpty();
    }

    private CompletableFuture<Delivery> send(OutboxTable.Row row) {
        Channel channel = channels.get(row.channel());
        if (channel == null) {
            return CompletableFuture.completedFuture(new Retry("the channel " + row.channel() + " is switched off"));
        }
        CompletableFuture<Delivery> sent = new CompletableFuture<>();
        channel.send(row.letter())
                .whenComplete((delivery, failure) -> sent.complete(
                        failure == null
                                ? delivery
                                : new Retry(failure.getClass().getSimpleName())));
        return sent.completeOnTimeout(new Retry("no answer"), LONGEST_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void waitFor(List<CompletableFuture<Delivery>> sent) throws InterruptedException {
        try {
            CompletableFuture.allOf(new ArrayList<>(sent).toArray(CompletableFuture[]::new))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("deliveries complete with a value only", e);
        }
    }

    private void note(Handle handle, OutboxTable.Row row, Delivery delivery) {
        Instant now = clock.instant();
        if (delivery instanceof Delivered) {
            OutboxTable.delivered(handle, row.id(), config.instance(), now);
        } else if (delivery instanceof Refused refused) {
            giveUp(handle, row, now, refused.reason());
        } else if (delivery instanceof Retry retry) {
            Instant next = now.plus(pause(row.attempts()));
            Instant last = Instant.ofEpochMilli(row.createdMs()).plus(config.giveUpAfter());
            if (next.isAfter(last)) {
                giveUp(handle, row, now, "given up after " + (row.attempts() + 1) + " attempts: " + retry.reason());
            } else {
                OutboxTable.again(handle, row.id(), config.instance(), next, shortened(retry.reason()));
            }
        }
    }

    private void giveUp(Handle handle, OutboxTable.Row row, Instant now, String reason) {
        OutboxTable.givenUp(handle, row.id(), config.instance(), now, shortened(reason));
        LOG.warn("notice {} by {} could not be delivered: {}", row.id(), row.channel(), shortened(reason));
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
