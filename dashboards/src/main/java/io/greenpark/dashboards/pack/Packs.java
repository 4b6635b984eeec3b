package io.greenpark.dashboards.pack;

import io.greenpark.dashboards.pack.Pack.State;
import io.greenpark.paper.pack.PackSeal;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.text.Bilingual;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes packs in the background, some at a time, and keeps them for a while. One that a restart cut short has failed and is to be made anew. Any thread
 * may call.
 */
public final class Packs implements AutoCloseable {
    /** So many wait at most; more would wait for longer than anybody does. */
    static final int MOST_WAITING = 8;

    private static final int CLOSE_SECONDS = 20;
    private static final int BUFFER = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final PackFolder folder;
    private final PackConfig config;
    private final Clock clock;
    private final Map<String, Pack> packs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor makers;

    /** Writes the files of a pack, and says how far it is. */
    @FunctionalInterface
    public interface Work {
        void write(Pack about, PackWriter pack, Progress progress) throws IOException;
    }

    /** Hears how far a pack is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done how many parts are written
         * @param now what comes next
         */
        void at(int done, int parts, Bilingual now);
    }

    private Packs(PackFolder folder, PackConfig config, Clock clock) {
        this.folder = folder;
        this.config = config;
        this.clock = clock;
        this.makers = new ThreadPoolExecutor(
                config.atOnce(), config.atOnce(), 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "packs");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Those of a data folder. */
    public static Packs open(Path data, PackConfig config, Clock clock) {
        try {
            Packs packs = new Packs(PackFolder.in(data), config, clock);
            packs.takeUp();
            return packs;
        } catch (IOException e) {
            throw new UncheckedIOException("inspection packs: " + data.resolve("packs") + " cannot be used", e);
        }
    }

    private void takeUp() throws IOException {
        for (Pack pack : folder.read()) {
            Pack known = pack;
            if (!pack.over()) {
                folder.removePack(pack.id());
                known = pack.failed(
                        new Bilingual("平台重新启动，生成中断；请重新生成", "Greenpark was restarted meanwhile; make it again"),
                        clock.instant());
                folder.note(known);
            }
            packs.put(known.id(), known);
        }
    }

    /**
     * Begins to make a pack; that it is asked for is durable when this returns.
     *
     * @param sealed is told what the pack is known by before anybody can fetch it, and keeps that for good
     * @return empty where too many wait already
     */
    public Optional<Pack> order(PackOrder order, Work work, Consumer<Pack> sealed) throws IOException {
        removeOld();
        if (makers.getQueue().remainingCapacity() == 0) {
            return Optional.empty();
        }
        Pack pack = Pack.waiting(UUID.randomUUID().toString(), order, clock.instant());
        folder.note(pack);
        packs.put(pack.id(), pack);
        try {
            makers.execute(() -> make(pack, work, sealed));
        } catch (RejectedExecutionException e) {
            packs.remove(pack.id());
            folder.remove(pack.id());
            return Optional.empty();
        }
        return Optional.of(pack);
    }

    private void make(Pack waiting, Work work, Consumer<Pack> sealed) {
        String id = waiting.id();
        try {
            requireRoom();
            PackSeal[] seal = new PackSeal[1];
            folder.write(id, out -> {
                try (PackWriter writer =
                        new PackWriter(new BufferedOutputStream(new RoomWatch(out, this::requireRoom), BUFFER))) {
                    work.write(waiting, writer, (done, parts, now) -> progress(waiting, done, parts, now));
                    seal[0] = writer.seal();
                }
            });
            Pack ready = packs.getOrDefault(id, waiting).ready(seal[0], Files.size(folder.pack(id)), clock.instant());
            sealed.accept(ready);
            folder.note(ready);
            packs.put(id, ready);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // What one pack is too large for is no reason to leave it running for ever.
            LOG.error("inspection pack {} of \"{}\" failed", id, waiting.order().enterprise(), e);
            fail(id, waiting, e);
        }
    }

    private void progress(Pack waiting, int done, int parts, Bilingual now) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Greenpark is being stopped");
        }
        packs.put(waiting.id(), waiting.at(done, parts, now));
    }

    private void requireRoom() throws IOException {
        long free = folder.freeBytes();
        if (free < config.minFreeDiskBytes()) {
            throw new NoRoomException(free, config.minFreeDiskBytes());
        }
    }

    /** The disk has less room than packs leave to readings. */
    private static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1;

        NoRoomException(long free, long least) {
            super("only " + free + " bytes of disk are free; packs are made from packs.minFreeDisk = " + least + " on");
        }
    }

    private static boolean isForRoom(Throwable e) {
        return e instanceof NoRoomException || e.getCause() != null && isForRoom(e.getCause());
    }

    private void fail(String id, Pack waiting, Throwable e) {
        Bilingual why = isForRoom(e)
                ? new Bilingual(
                        "磁盘空间不足；请联系运行维护人员（packs.minFreeDisk）",
                        "too little disk is free (packs.minFreeDisk); tell whoever runs Greenpark")
                : new Bilingual("生成失败，原因见服务器日志；请重试", "it could not be made; the server's log says why. Try again");
        Pack failed = packs.getOrDefault(id, waiting).failed(why, clock.instant());
        packs.put(id, failed);
        try {
            folder.removePack(id);
            folder.note(failed);
        } catch (IOException unwritten) {
            LOG.error("that inspection pack {} failed cannot be written down", id, unwritten);
        }
    }

    public Optional<Pack> find(String id) {
        removeOld();
        return Optional.ofNullable(packs.get(id));
    }

    /** All there are, the newest first. */
    public List<Pack> all() {
        removeOld();
        return packs.values().stream()
                .sorted(Comparator.comparing(Pack::orderedAt).reversed().thenComparing(Pack::id))
                .toList();
    }

    /** The file of a pack that is ready; null where it is not. */
    public @Nullable Path file(Pack pack) {
        Path file = folder.pack(pack.id());
        return pack.state() == State.READY && Files.exists(file) ? file : null;
    }

    private void removeOld() {
        Instant oldest = clock.instant().minus(config.keep());
        for (Pack pack : packs.values()) {
            Instant ended = pack.endedAt();
            if (ended != null && ended.isBefore(oldest) && packs.remove(pack.id(), pack)) {
                try {
                    folder.remove(pack.id());
                } catch (IOException e) {
                    LOG.warn("inspection pack {} is too old and cannot be removed", pack.id(), e);
                }
            }
        }
    }

    /** Those that are being made fail and say so. */
    @Override
    public void close() {
        makers.shutdownNow();
        try {
            if (!makers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an inspection pack is still being written; it is removed at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
