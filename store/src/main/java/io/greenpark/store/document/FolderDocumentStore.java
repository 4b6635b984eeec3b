package io.greenpark.store.document;

import io.greenpark.park.document.DisplayName;
import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentMessages;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.DocumentsUnavailableException;
import io.greenpark.park.document.FileType;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.Refusal;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.StoredDocument.Removal;
import io.greenpark.park.document.Upload;
import io.greenpark.store.books.Books;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Documents as files of a folder and rows of the books. What is promised rests on an order: content, then row, then the end of the
 * upload. A process that ends in between leaves content without a row, which the sweep finds, or an upload that is a document already,
 * which has the same id. Any thread may call.
 */
public final class FolderDocumentStore implements DocumentStore {
    private static final Duration STRAYS_KEPT = Duration.ofDays(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final DocumentConfig config;
    private final Books books;
    private final Clock clock;
    private final LongSupplier freeDiskBytes;
    private final UploadFolder uploads;
    private final DocumentContents contents;
    private final KeyedLocks locks = new KeyedLocks();

    private FolderDocumentStore(
            Path folder, DocumentConfig config, Books books, Clock clock, LongSupplier freeDiskBytes)
            throws IOException {
        this.config = config;
        this.books = books;
        this.clock = clock;
        this.freeDiskBytes = freeDiskBytes;
        PrivateFiles.makeFolder(folder);
        this.uploads = new UploadFolder(folder.resolve(DocumentFolder.UPLOADS));
        this.contents = new DocumentContents(new DocumentFolder(folder), books);
    }

    /**
     * Opens the documents of an installation.
     *
     * @param data its folder, which this process holds
     * @param books stay the caller's
     */
    public static FolderDocumentStore open(Path data, DocumentConfig config, Books books, Clock clock) {
        return open(data, config, books, clock, () -> data.toFile().getUsableSpace());
    }

    static FolderDocumentStore open(
            Path data, DocumentConfig config, Books books, Clock clock, LongSupplier freeDiskBytes) {
        Path folder = data.resolve(DocumentFolder.NAME);
        return disk(
                "their folder \"" + folder + "\" cannot be made",
                () -> new FolderDocumentStore(folder, config, books, clock, freeDiskBytes));
    }

    @Override
    public Taken taken() {
        return new Taken(config.maxFileBytes(), config.kinds());
    }

    @Override
    public DocumentResult<Upload> begin(NewUpload upload) {
        String sha256 = upload.sha256() == null ? null : upload.sha256().toLowerCase(Locale.ROOT);
        if (upload.bytes() <= 0) {
            return new Refused<>(DocumentMessages.empty());
        } else if (upload.bytes() > config.maxFileBytes()) {
            return new Refused<>(DocumentMessages.tooLarge(upload.bytes(), config.maxFileBytes()));
        } else if (sha256 != null && !SHA256.matcher(sha256).matches()) {
            return new Refused<>(DocumentMessages.badSha256(DisplayName.of(sha256)));
        } else if (lacksRoomFor(2 * upload.bytes())) {
            return new Refused<>(DocumentMessages.noRoom());
        }
        return upload.owner() == null
                // One after the other for an account, so that several at once do not pass its bound together.
                ? alone("by " + upload.by(), "an upload cannot be begun", () -> beginWithinDay(upload, sha256))
                : disk("an upload cannot be begun", () -> begin(upload, sha256));
    }

    private DocumentResult<Upload> beginWithinDay(NewUpload upload, @Nullable String sha256) throws IOException {
        if (sentWithinDay(upload.by()) + upload.bytes() > config.maxDayBytes()) {
            return new Refused<>(DocumentMessages.tooMuch(upload.bytes(), config.maxDayBytes()));
        }
        return begin(upload, sha256);
    }

    private DocumentResult<Upload> begin(NewUpload upload, @Nullable String sha256) throws IOException {
        UploadRecord begun = new UploadRecord(
                UUID.randomUUID().toString(),
                DisplayName.of(upload.name()),
                upload.bytes(),
                0,
                sha256,
                upload.owner(),
                clock.millis(),
                upload.by());
        uploads.begin(begun);
        return new Done<>(begun.upload());
    }

    /** What people send is bounded, so that one account does not fill the disk; what the platform itself keeps has an owner at once. */
    private long sentWithinDay(String by) {
        long kept = read(rows -> rows.bytesOf(by, now().minus(DAY)));
        return kept + disk("uploads cannot be read", () -> uploads.bytesOf(by));
    }

    /** Content is twice on the disk for a moment: as an upload, and in its place. */
    private boolean lacksRoomFor(long bytes) {
        return freeDiskBytes.getAsLong() - bytes < config.minFreeDiskBytes();
    }

    @Override
    public Optional<Upload> upload(String uploadId) {
        return disk("an upload cannot be read", () -> uploads.find(uploadId).map(UploadRecord::upload));
    }

    @Override
    public DocumentResult<Upload> append(String uploadId, long offset, byte[] chunk) {
        return alone(uploadId, "a chunk cannot be kept", () -> {
            UploadRecord upload = uploads.find(uploadId).orElse(null);
            if (upload == null) {
                return new Refused<>(DocumentMessages.unknownUpload());
            }
            Refusal refusal = refusal(upload, offset, chunk);
            return refusal == null
                    ? new Done<>(uploads.append(upload, offset, chunk).upload())
                    : new Refused<>(refusal);
        });
    }

    private @Nullable Refusal refusal(UploadRecord upload, long offset, byte[] chunk) throws IOException {
        if (offset < 0 || offset > upload.kept()) {
            return DocumentMessages.gap(offset, upload.kept());
        } else if (offset + chunk.length > upload.bytes()) {
            return DocumentMessages.beyondSize(offset + chunk.length, upload.bytes());
        } else if (!uploads.agrees(upload, offset, chunk)) {
            return DocumentMessages.otherContent(offset);
        }
        return lacksRoomFor(chunk.length) ? DocumentMessages.noRoom() : null;
    }

    @Override
    public DocumentResult<StoredDocument> finish(String uploadId) {
        return alone(uploadId, "an upload cannot be finished", () -> {
            Optional<StoredDocument> made = onRecord(uploadId);
            if (made.isPresent()) {
                uploads.delete(uploadId);
                return new Done<>(made.get());
            }
            UploadRecord upload = uploads.find(uploadId).orElse(null);
            if (upload == null) {
                return new Refused<>(DocumentMessages.unknownUpload());
            } else if (!upload.upload().isComplete()) {
                return new Refused<>(DocumentMessages.incomplete(upload.kept(), upload.bytes()));
            }
            DocumentResult<StoredDocument> result = document(upload);
            uploads.delete(uploadId);
            return result;
        });
    }

    /** Refused, if the content is not what was declared or of no kind that is taken: sending more of it would not help. */
    private DocumentResult<StoredDocument> document(UploadRecord upload) throws IOException {
        Path content = uploads.wholeContent(upload);
        String sha256 = PrivateFiles.sha256(content);
        if (upload.sha256() != null && !upload.sha256().equals(sha256)) {
            return new Refused<>(DocumentMessages.wrongSha256());
        }
        DocumentResult<FileType> type = FileTypes.of(content, upload.name());
        if (type instanceof Refused<FileType> refused) {
            return new Refused<>(refused.refusal());
        }
        FileType found = ((Done<FileType>) type).value();
        if (!config.kinds().contains(found.kind())) {
            return new Refused<>(DocumentMessages.notTaken(found.kind(), config.kinds()));
        }
        StoredDocument document = new StoredDocument(
                upload.id(),
                upload.name(),
                found,
                sha256,
                upload.bytes(),
                upload.owner(),
                null,
                now(),
                upload.by(),
                CaptureTime.of(content, found.kind()),
                null);
        contents.keep(content, document);
        return new Done<>(document);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void giveUp(String uploadId) {
        alone(uploadId, "an upload cannot be removed", () -> {
            uploads.delete(uploadId);
            return true;
        });
    }

    @Override
    public Optional<StoredDocument> find(String id) {
        return onRecord(id).filter(document -> document.removed() == null);
    }

    @Override
    public Optional<StoredDocument> onRecord(String id) {
        return read(rows -> rows.find(id));
    }

    @Override
    public List<StoredDocument> of(DocumentOwner owner) {
        return read(rows -> rows.of(owner));
    }

    @Override
    public Optional<DocumentContent> open(String id) {
        StoredDocument document = find(id).orElse(null);
        return document == null
                ? Optional.empty()
                : disk("\"" + id + "\" cannot be read", () -> Optional.of(contents.open(document)));
    }

    @Override
    public boolean attach(String id, DocumentOwner owner, @Nullable Instant about) {
        return write(rows -> {
            rows.attach(id, owner, about);
            return rows.find(id)
                    .filter(document -> document.removed() == null && owner.equals(document.owner()))
                    .isPresent();
        });
    }

    @Override
    public boolean remove(String id, String by, String why) {
        return write(rows -> rows.remove(id, new Removal(now(), by, why)));
    }

    @Override
    public Swept sweep() {
        Instant strays = now().minus(STRAYS_KEPT);
        return disk("what is left over cannot be removed", () -> {
            List<String> late = uploads.begunBefore(now().minus(config.keepUnfinished()));
            late.forEach(this::giveUp);
            uploads.removeStrays(strays);
            int unattached = write(rows -> rows.deleteUnattached(now().minus(config.keepUnattached())));
            return new Swept(late.size(), unattached, contents.sweep(strays));
        });
    }

    private <T> T read(Function<DocumentRows, T> work) {
        return books.<T, RuntimeException>read(handle -> work.apply(new DocumentRows(handle)));
    }

    private <T> T write(Function<DocumentRows, T> work) {
        return books.<T, RuntimeException>write(tx -> work.apply(new DocumentRows(tx.handle())));
    }

    /** Work with the disk. */
    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }

    private <T> T alone(String key, String failure, DiskWork<T> work) {
        Lock lock = locks.of(key);
        lock.lock();
        try {
            return disk(failure, work);
        } finally {
            lock.unlock();
        }
    }

    private static <T> T disk(String failure, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new DocumentsUnavailableException("documents: " + failure + ": " + e, e);
        }
    }
}
