package io.greenpark.store.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fresh books in a folder of their own for every test: {@code @RegisterExtension final BooksFixture books = new
 * BooksFixture();}.
 */
public final class BooksFixture implements BeforeEachCallback, AfterEachCallback {
    private final Clock clock;
    private Path folder;
    private SqliteBooks books;

    public BooksFixture() {
        this(Clock.systemUTC());
    }

    public BooksFixture(Clock clock) {
        this.clock = clock;
    }

    /** The books of the running test. */
    public Books books() {
        return books;
    }

    /** A folder of the running test, deleted after it. */
    public Path folder() {
        return folder;
    }

    /** Closes the books and opens the same file again, as after a restart. */
    public Books reopen() {
        books.close();
        books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock);
        return books;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("greenpark-books");
        books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        books.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BooksFixture::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
