package io.greenpark.registry;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.FileComparison.Kept;
import io.greenpark.registry.FileImport.FileOutcome;
import io.greenpark.registry.document.ClosingFields;
import io.greenpark.registry.edit.Editor;
import io.greenpark.registry.edit.ReviewDesk;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry of an installation: its documents in the books, the snapshot of them in memory, and the two ways they change,
 * by files and by edits. Files are taken over as a whole or, where anything is wrong, not at all; the registry of before
 * then stays. Any thread may ask, reload and edit.
 */
public final class RegistryService implements RegistrySource, RegistryFiles, RegistryEdits, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryService.class);

    private final Clock clock;
    private final RegistryConfig settings;
    private final RegistryStore store;
    private final FileImport fileImport;
    private final List<Consumer<RegistryChange>> listeners = new CopyOnWriteArrayList<>();
    private final FileWatch watch = new FileWatch();
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(RegistryService::thread);
    private final Pause pause;

    /** Held longer than {@link #changing}, so that edits need not wait for looks at files. */
    private final Object reading = new Object();

    private final Object changing = new Object();
    private ConfigFile config;
    private volatile Registry current;

    /** Of the change that {@link #current} stands for. */
    private long number;

    private final FilesReport files;
    private final Reviews reviews;
    private volatile Map<String, GivenCredential> credentials = Map.of();

    /**
     * What a start does about files that it cannot take over.
     *
     * @param strict whether it refuses to start; else it runs on the registry kept before
     * @param confirmation of what they may take away
     */
    public record Start(boolean strict, Confirmation confirmation) {
        private static final String START = "start";

        public static final Start ON_LAST_GOOD = new Start(false, Confirmation.NONE);
        public static final Start STRICT = new Start(true, Confirmation.NONE);

        /** Of a program that writes its files itself: they may take away as much as they like. */
        public static final Start ON_OWN_FILES = new Start(false, new Confirmation(Confirmation.NOBODY, null, true));

        /** Runs on the registry kept before, unless just this waits. */
        public static Start confirming(String waiting) {
            return new Start(false, new Confirmation(START, waiting, false));
        }
    }

    private RegistryService(
            ConfigFile known, Books books, RegistryConfig settings, Start start, Clock clock, Pause pause) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.store = new RegistryStore(books);
        this.reviews = new ReviewDesk(books, store, settings.reviewed(), changing, this::submitReviewed, clock);
        this.fileImport = new FileImport(store, settings.largestEndedShare(), clock);
        Instant begun = clock.instant();
        KeptRegistry reading = KeptRegistry.reading(store);
        FileReading read = FileReading.of(known, pause);
        config = read.config();
        remember(read);
        Kept kept = reading.read();
        FileOutcome outcome = fileImport.run(read.said(), kept, start.confirmation());
        List<Difference> standing = List.of();
        if (outcome instanceof FileOutcome.InForce inForce) {
            current = inForce.registry();
        } else if (kept.registry() == null || start.strict()) {
            throw new RegistryException(RegistryTexts.refused(outcome));
        } else {
            current = kept.registry();
            standing = kept.standing();
        }
        files = new FilesReport(store, clock, outcome, standing);
        settle(outcome);
        RegistryTexts.log(LOG, standing);
        number = store.newest();
        LOG.info(
                "registry of {} enterprises and {} points in force after {} ms",
                current.facts().enterprises().size(),
                current.facts().points().size(),
                Duration.between(begun, clock.instant()).toMillis());
    }

    /**
     * Takes the configuration's registry over and loads it. Blocks until two looks find the files the same, for a few
     * seconds at most.
     *
     * @param start what to do where that is not possible
     * @throws RegistryException if there is no registry to run on
     */
    public static RegistryService open(
            ConfigFile files, Books books, RegistryConfig settings, Start start, Clock clock) {
        return open(files, books, settings, start, clock, Pause.SLEEP);
    }

    /**
     * The same.
     *
     * @param pause between two looks at the files
     */
    public static RegistryService open(
            ConfigFile files, Books books, RegistryConfig settings, Start start, Clock clock, Pause pause) {
        return new RegistryService(files, books, settings, start, clock, pause);
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

    /** Every change and version. */
    public RegistryHistory history() {
        return store;
    }

    /** The password hashes that the files themselves give, by device or gateway id. */
    public Map<String, GivenCredential> credentials() {
        return credentials;
    }

    @Override
    public FilesStatus status() {
        return files.status();
    }

    @Override
    public FilesStatus reload(ReloadRequest request) {
        return reload(new Confirmation(request.who(), request.confirmed(), false));
    }

    private FilesStatus reload(Confirmation confirmation) {
        // One after the other: what was read earlier is never taken over later.
        synchronized (reading) {
            FileReading read = FileReading.of(config, pause);
            config = read.config();
            FilesStatus status = takeOver(read.said(), confirmation);
            remember(read);
            return status;
        }
    }

    private void remember(FileReading read) {
        watch.remember(read.look());
        if (!read.settled()) {
            watch.forget();
        }
    }

    private FilesStatus takeOver(FileDocuments said, Confirmation confirmation) {
        synchronized (changing) {
            catchUp();
            Map<String, GivenCredential> before = credentials;
            FileOutcome outcome =
                    fileImport.run(said, new Kept(current, store.documents(), store.files()), confirmation);
            files.read(outcome);
            settle(outcome);
            if (outcome instanceof FileOutcome.InForce inForce) {
                Set<DocumentKey> touched = new HashSet<>(inForce.touched());
                touched.addAll(owners(before, credentials));
                if (!touched.isEmpty()) {
                    publish(inForce.registry(), inForce.change() == null ? number : inForce.change(), touched);
                }
            }
            return files.status();
        }
    }

    private void settle(FileOutcome outcome) {
        RegistryTexts.log(LOG, outcome);
        if (outcome instanceof FileOutcome.InForce inForce) {
            credentials = inForce.credentials();
        }
    }

    @Override
    public EditResult submit(EditRequest request) {
        synchronized (changing) {
            catchUp();
            return takeUp(editor().submit(request));
        }
    }

    /**
     * Carries edits of statistics out, which nobody has to review, and something alongside in the same transaction; or none of both.
     *
     * @param alongside told the change's number; null where the registry says so already
     */
    public EditResult submitStatistics(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside) {
        if (request.edits().stream().anyMatch(e -> e.key().kind() != DocumentKind.STATISTIC)) {
            throw new IllegalArgumentException(
                    "only statistics are changed alongside something else: " + request.edits());
        }
        return submitReviewed(request, alongside);
    }

    /**
     * Carries out what two people have signed of a device's acceptance, and something alongside in the same transaction; or none of both.
     *
     * @param alongside told the change's number; null where the registry says so already
     */
    public EditResult submitAcceptance(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside) {
        if (request.edits().stream().anyMatch(e -> e.key().kind() != DocumentKind.DEVICE || e.verb() != Verb.PATCH)) {
            throw new IllegalArgumentException("only devices are patched by an acceptance: " + request.edits());
        }
        return submitReviewed(request, alongside);
    }

    /**
     * Closes a month, and something alongside in the same transaction; or none of both.
     *
     * @param by who, why and with which reach; it has no edits of its own
     * @param seen the registry that the figures to be closed were made of
     * @return empty where the registry is another one by now
     */
    @SuppressWarnings("ReferenceEquality") // a registry is a snapshot: another one is another object
    public Optional<EditResult> submitClosing(
            ClosedMonth closed, EditRequest by, Registry seen, BiConsumer<Handle, @Nullable Long> alongside) {
        Edit edit = new Edit(closed.key(), Verb.PUT, ClosingFields.json(closed));
        synchronized (changing) {
            catchUp();
            return current == seen
                    ? Optional.of(submitReviewed(by.with(List.of(edit), by.basedOn(), false), alongside))
                    : Optional.empty();
        }
    }

    private Editor editor() {
        return new Editor(
                store,
                current,
                number,
                settings.reviewed(),
                settings.acceptanceAsked(),
                settings.replacementWithin(),
                clock);
    }

    private EditResult takeUp(Editor.Edited edited) {
        if (edited.registry() != null) {
            files.edited(edited.touched(), edited.result().number());
            publish(edited.registry(), edited.result().number(), edited.touched());
        }
        return edited.result();
    }

    /**
     * Takes up what is committed without this process having heard of it: by another one, or while the books went away. Where they are away it
     * fails, and the registry stays as it is.
     *
     * @return whether there was anything
     */
    public boolean look() {
        synchronized (changing) {
            return catchUp();
        }
    }

    /** The requests that a second person reviews. */
    public Reviews reviews() {
        return reviews;
    }

    private EditResult submitReviewed(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside) {
        synchronized (changing) {
            catchUp();
            return takeUp(editor().submitReviewed(request, alongside));
        }
    }

    /**
     * Takes up changes that were committed without this process hearing of it: the books went away before they could answer, or
     * while they tidied up.
     */
    private boolean catchUp() {
        long newest = store.newest();
        if (newest == number) {
            return false;
        }
        Set<DocumentKey> touched = new HashSet<>();
        for (long change = number + 1; change <= newest; change++) {
            store.versionsOf(change, null, Integer.MAX_VALUE).forEach(version -> touched.add(version.key()));
        }
        publish(KeptRegistry.of(store.documents()), newest, touched);
        return true;
    }

    /** Devices and gateways of which the files give another password hash than before. */
    private static Set<DocumentKey> owners(Map<String, GivenCredential> before, Map<String, GivenCredential> after) {
        Set<String> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
        return ids.stream()
                .flatMap(id ->
                        Stream.of(new DocumentKey(DocumentKind.DEVICE, id), new DocumentKey(DocumentKind.GATEWAY, id)))
                .collect(Collectors.toSet());
    }

    private void publish(Registry registry, long to, Set<DocumentKey> touched) {
        current = registry;
        number = to;
        RegistryChange change = new RegistryChange(to, touched);
        listeners.forEach(listener -> listener.accept(change));
    }

    private void reloadIfChanged() {
        try {
            if (watch.changed()) {
                reload(Confirmation.NONE);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            // The books may be unavailable for a while; the next look tries again, since the files are forgotten.
            LOG.error("registry not reloaded, the one before stays", e);
            watch.forget();
            files.faulty(List.of(new FileFault(
                    "",
                    "registry",
                    new Bilingual(
                            "没有读取，将再次尝试：" + e.getMessage(), "was not read; it is tried again: " + e.getMessage()))));
        }
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
