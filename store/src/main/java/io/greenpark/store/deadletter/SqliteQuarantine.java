package io.greenpark.store.deadletter;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLettersUnavailableException;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.store.deadletter.DeadLetterWriter.Work;
import io.greenpark.store.deadletter.TurnQueue.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** What waits to be claimed, in the file of the dead letters and by its one writer. */
final class SqliteQuarantine implements Quarantine {
    /** What the platform itself does takes turns with the senders. */
    private static final String PLATFORM = "platform";

    private final TurnQueue<Work> queue;
    private final Reader reader;
    private final AtomicLong changes = new AtomicLong();

    /** Asks on the connection that reads. */
    interface Reader {
        <T> T read(Function<QuarantineReads, T> query);
    }

    SqliteQuarantine(TurnQueue<Work> queue, Reader reader) {
        this.queue = queue;
        this.reader = reader;
    }

    @Override
    public CompletionStage<Void> append(List<KeptMessage> messages) {
        if (messages.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Map<String, List<Item<Work>>> bySender = new LinkedHashMap<>();
        for (KeptMessage message : messages) {
            bySender.computeIfAbsent(SqliteDeadLetters.PROVED + message.sender().name(), sender -> new ArrayList<>())
                    .add(new Item<>(
                            writer -> writer.quarantine().keep(message),
                            message.values().size()));
        }
        return CompletableFuture.allOf(bySender.entrySet().stream()
                        .map(own -> queue.offer(own.getKey(), own.getValue(), false))
                        .toArray(CompletableFuture[]::new))
                .thenRun(changes::incrementAndGet);
    }

    @Override
    public List<WaitingDevice> devices() {
        return reader.read(r -> r.devices(null));
    }

    @Override
    public Optional<WaitingDevice> device(long id) {
        return reader.read(r -> r.devices(id)).stream().findFirst();
    }

    @Override
    public List<Overflow> overflows() {
        return reader.read(QuarantineReads::overflows);
    }

    @Override
    public Portion portion(long device, Set<String> keys, long after, int max) {
        return reader.read(r -> r.portion(device, keys, after, max));
    }

    @Override
    public Optional<Duration> spacing(long device, String key) {
        return reader.read(r -> r.spacing(device, key));
    }

    @Override
    public void settle(Portion portion, Set<Long> waiting, List<DeadLetter> refused) {
        List<Work> works = new ArrayList<>();
        works.add(writer -> writer.quarantine().release(portion, waiting));
        refused.forEach(letter -> works.add(writer -> writer.take(letter)));
        commit(works);
    }

    @Override
    public boolean discard(long device, Discard discard) {
        return change(keeper -> keeper.discard(device, discard));
    }

    @Override
    public boolean restore(long device) {
        return change(keeper -> keeper.restore(device));
    }

    private boolean change(Predicate<QuarantineKeeper> change) {
        AtomicBoolean done = new AtomicBoolean();
        commit(List.of(writer -> done.set(change.test(writer.quarantine()))));
        return done.get();
    }

    private void commit(List<Work> works) {
        try {
            queue.offer(
                            PLATFORM,
                            works.stream().map(work -> new Item<>(work, 1)).toList(),
                            true)
                    .join();
        } catch (CompletionException e) {
            throw new DeadLettersUnavailableException(
                    "what waits to be claimed: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
        }
        changes.incrementAndGet();
    }

    @Override
    public long changes() {
        return changes.get();
    }
}
