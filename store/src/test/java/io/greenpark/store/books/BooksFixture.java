package io.greenpark.store.books;

import io.greenpark.store.books.BooksKind.BooksPlace;
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
 * Fresh books and a folder of their own for every test: {@code @RegisterExtension final BooksFixture books = new
 * BooksFixture(kind());}. A suite that runs on both databases has a method {@code kind()} that a subclass overrides.
 */
public final class BooksFixture implements BeforeEachCallback, AfterEachCallback {
    private final BooksKind kind;
    private final Clock clock;
    private Path folder;
    private BooksPlace place;
    private Books books;

    /** Books in a SQLite file. */
    public BooksFixture() {
        this(BooksKind.SQLITE);
    }

    public BooksFixture(BooksKind kind) {
        this(kind, Clock.systemUTC());
    }

    public BooksFixture(BooksKind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    /** The books of the running test. */
    public Books books() {
        return books;
    }

    /** Where they are. */
    public BooksPlace place() {
        return place;
    }

    /** A folder of the running test, deleted after it. */
    public Path folder() {
        return folder;
    }

    /** Closes the books and opens the same ones again, as after a restart. */
    public Books reopen() {
        books.close();
        books = place.open(clock);
        return books;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("greenpark-books");
        place = kind.fresh(folder);
        books = place.open(clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        books.close();
        place.close();
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
