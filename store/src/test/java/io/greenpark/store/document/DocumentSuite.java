package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.Refusal;
import io.greenpark.park.document.Refusal.Reason;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.Upload;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksTx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A store on fresh books, and what its suites ask it; each suite runs on both databases. */
abstract class DocumentSuite {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final DocumentOwner POINT = new DocumentOwner("point", "steel-main");
    static final byte[] TEXT = SampleFiles.utf8("the meter was replaced; the seal is whole");

    final MovableClock clock = new MovableClock(NOW);
    final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    DocumentStore store;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        store = open(fixture.books());
    }

    DocumentStore open(Books books) {
        return FolderDocumentStore.open(fixture.folder(), DocumentConfig.defaults(), books, clock, free::get);
    }

    /** As after a restart of the process. */
    void reopen() {
        store = open(fixture.reopen());
    }

    static NewUpload upload(String name, byte[] content) {
        return new NewUpload(name, content.length, null, null, "li");
    }

    StoredDocument keep(String name, byte[] content) {
        return done(store.keep(upload(name, content), content));
    }

    Upload begin(byte[] content) {
        return done(store.begin(upload("note.txt", content)));
    }

    static <T> T done(DocumentResult<T> result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done<T>) result).value();
    }

    static Refusal refused(DocumentResult<?> result, Reason reason) {
        assertThat(result).isInstanceOf(Refused.class);
        Refusal refusal = ((Refused<?>) result).refusal();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.text().zh()).isNotBlank().isNotEqualTo(refusal.text().en());
        return refusal;
    }

    byte[] content(String id) throws IOException {
        try (DocumentContent content = store.open(id).orElseThrow()) {
            return content.stream().readAllBytes();
        }
    }

    /** All files of the folder but those of uploads. */
    List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(fixture.folder().resolve("documents"))) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getParent().endsWith("uploads"))
                    .toList();
        }
    }

    List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(fixture.folder().resolve("documents/uploads"))) {
            return files.toList();
        }
    }

    long rows() {
        return fixture.books()
                .<Long, RuntimeException>read(handle -> handle.createQuery("SELECT count(*) AS n FROM stored_document")
                        .mapTo(Long.class)
                        .one());
    }

    /** Books whose transactions end before they are committed, as where the process does. */
    record FailingBooks(Books books) implements Books {
        @Override
        public <T, X extends Exception> T write(WriteWork<T, X> work) throws X {
            return books.write(tx -> {
                work.run(tx);
                throw new BooksException("on purpose");
            });
        }

        @Override
        public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
            return books.read(work);
        }

        @Override
        public BooksTx ports(Handle handle) {
            return books.ports(handle);
        }

        @Override
        public void close() {
            books.close();
        }
    }
}
