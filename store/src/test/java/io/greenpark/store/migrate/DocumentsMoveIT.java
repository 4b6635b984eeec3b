package io.greenpark.store.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import io.greenpark.store.document.DocumentConfig;
import io.greenpark.store.document.FolderDocumentStore;
import io.greenpark.store.document.SampleFiles;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsMoveIT {
    private static final byte[] CONTENT = SampleFiles.utf8("stands for a photo");

    private final BooksServer server = PostgresServer.shared().emptyDatabase();

    @TempDir
    private Path data;

    @AfterEach
    void drop() {
        PostgresServer.shared().drop(server);
    }

    private Books open(BooksConfig config) {
        return BooksDatabase.open(data, config, Clock.systemUTC());
    }

    private FolderDocumentStore documents(Books books) {
        return FolderDocumentStore.open(data, DocumentConfig.of(1 << 20), books, Clock.systemUTC());
    }

    @Test
    void documents_are_read_as_before_once_the_books_are_at_a_server() throws Exception {
        StoredDocument kept;
        try (Books books = open(BooksConfig.defaults())) {
            NewUpload upload = new NewUpload("照片.txt", CONTENT.length, null, null, "li");
            kept = ((Done<StoredDocument>) documents(books).keep(upload, CONTENT)).value();
        }
        new BooksMigrator(data, server, BooksConfig.defaults(), Clock.systemUTC(), new Unwatched()).run();
        try (Books books = open(BooksConfig.defaults().at(server));
                DocumentContent content = documents(books).open(kept.id()).orElseThrow()) {
            assertThat(content.document()).isEqualTo(kept);
            assertThat(content.stream().readAllBytes()).isEqualTo(CONTENT);
        }
    }

    private static final class Unwatched implements BooksMigrator.TableProgress {
        @Override
        public void begins(String step, String table, long rows) {}

        @Override
        public void at(long rows) {}

        @Override
        public void ends(long rows) {}
    }
}
