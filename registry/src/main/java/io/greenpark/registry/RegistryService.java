package io.greenpark.registry;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.registry.Table.Row;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the registry in the books database and in memory. Files are imports: recognised by the hash of their content,
 * taken over as a whole or, where anything is wrong, not at all. Points that leave the files are ended, never deleted. Any
 * thread may ask for the current registry and may reload.
 */
public final class RegistryService implements RegistrySource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryService.class);

    /** Kept with the hashes; raised when files of the same content come to mean something else. */
    private static final String FORMAT = "1";

    private static final Table IMPORT = Table.of("registry_import", 1, "ord#", "file", "sha256", "imported_ms#");

    private final Books books;
    private final Clock clock;
    private final RegistryConfig settings;
    private final List<Consumer<RegistryChange>> listeners = new CopyOnWriteArrayList<>();
    private final FileWatch watch = new FileWatch();
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(RegistryService::thread);
    private final Object reloading = new Object();
    private ConfigFile config;
    private volatile Registry current;
    private volatile Map<String, GivenCredential> credentials = Map.of();

    private RegistryService(ConfigFile config, Books books, RegistryConfig settings, Clock clock) {
        this.config = config;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
        watch.remember(config.files());
        Problems problems = new Problems();
        Registry registry = importAndLoad(config, problems);
        if (registry == null) {
            throw new RegistryException(problems);
        }
        current = registry;
    }

    /**
     * Imports the configuration's registry, if its content is not the one imported last, and loads it.
     *
     * @throws RegistryException if it has faults, by itself or together with what was imported before
     */
    public static RegistryService open(ConfigFile config, Books books, RegistryConfig settings, Clock clock) {
        return new RegistryService(config, books, settings, clock);
    }

    /** The registry that is kept in the books, for a command that only reads them; empty if none was ever imported. */
    public static Optional<Registry> stored(Handle handle) {
        return RegistryLoad.read(handle).map(Registry::new);
    }

    /** Begins to watch the files, if the settings say so. */
    public void start() {
        if (settings.watch()) {
            long everyMs = settings.every().toMillis();
            watcher.scheduleWithFixedDelay(this::reloadIfChanged, everyMs, everyMs, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Registry current() {
        return current;
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        listeners.add(listener);
    }

    /** The password hashes that the files themselves give, by device or gateway id. */
    public Map<String, GivenCredential> credentials() {
        return credentials;
    }

    /**
     * Reads the files again. Settings outside the registry take effect at the next start only.
     *
     * @return what is wrong; if anything is, the previous registry stays as a whole
     */
    public Problems reload() {
        Problems problems = new Problems();
        synchronized (reloading) {
            ConfigFile read = config.readAgain(problems);
            watch.remember(read.files());
            Registry before = current;
            Registry registry = importAndLoad(read, problems);
            if (registry == null) {
                problems.list().forEach(p -> LOG.warn("registry not reloaded, the one before stays: {}", p));
                return problems;
            }
            config = read;
            if (registry.facts().equals(before.facts())) {
                return problems;
            }
            current = registry;
            LOG.info("registry reloaded: {}", size(registry.facts()));
            RegistryChange change = RegistryChange.between(0, before, registry);
            listeners.forEach(listener -> listener.accept(change));
        }
        return problems;
    }

    /** The registry of a configuration, stored; null if there is any problem. */
    private @Nullable Registry importAndLoad(ConfigFile read, Problems problems) {
        RegistryYaml.Content content = RegistryYaml.read(read.registry(), problems);
        if (!problems.isEmpty()) {
            return null;
        }
        Registry.Facts stored = books.read(RegistryLoad::read).orElse(null);
        List<Row> imports = imports(read.registry());
        if (stored == null || !hashes(books.read(IMPORT::rows)).equals(hashes(imports))) {
            stored = store(stored, content.facts(), imports, problems);
        }
        if (stored == null) {
            return null;
        }
        credentials = content.credentials();
        return new Registry(stored);
    }

    private Registry.@Nullable Facts store(
            Registry.@Nullable Facts stored, Registry.Facts files, List<Row> imports, Problems problems) {
        Registry.Facts merged = stored == null ? files : RegistryMerge.merge(stored, files, clock.instant(), problems);
        if (!problems.isEmpty()) {
            return null;
        }
        return books.write(tx -> {
            RegistryTables.write(tx.handle(), merged);
            IMPORT.deleteOthers(tx.handle(), imports);
            IMPORT.upsert(tx.handle(), imports);
            return RegistryLoad.read(tx.handle()).orElseThrow();
        });
    }

    private List<Row> imports(List<RegistryDocument> documents) {
        List<Row> rows = new ArrayList<>();
        for (RegistryDocument d : documents) {
            rows.add(IMPORT.row(rows.size(), d.file().toString(), FORMAT + ":" + d.sha256(), clock.millis()));
        }
        return rows;
    }

    private static List<String> hashes(List<Row> imports) {
        return imports.stream()
                .sorted((a, b) -> Long.compare(a.number("ord"), b.number("ord")))
                .map(r -> r.text("sha256"))
                .toList();
    }

    private void reloadIfChanged() {
        try {
            if (watch.changed()) {
                reload();
            }
        } catch (RuntimeException e) {
            // The books may be unavailable for a while; the next look tries again, since the files are forgotten.
            LOG.error("registry not reloaded, the one before stays", e);
            watch.forget();
        }
    }

    private static String size(Registry.Facts f) {
        return f.enterprises().size() + " enterprises, " + f.devices().size() + " devices, "
                + f.points().size() + " points";
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "registry-files");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
