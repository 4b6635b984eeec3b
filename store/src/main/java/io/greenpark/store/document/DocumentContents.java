package io.greenpark.store.document;

import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.store.books.Books;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Brings contents and rows together, and removes content that no row names. */
final class DocumentContents {
    private static final int AT_ONCE = 500;

    private final DocumentFolder folder;
    private final Books books;

    /** Many may be between content and row; while content is removed nobody is, or a row could come to name what just went. */
    private final ReadWriteLock betweenContentAndRow = new ReentrantReadWriteLock();

    DocumentContents(DocumentFolder folder, Books books) {
        this.folder = folder;
        this.books = books;
    }

    /** Makes the content durable, then the row. */
    void keep(Path content, StoredDocument document) throws IOException {
        betweenContentAndRow.readLock().lock();
        try {
            folder.put(content, document.sha256(), document.uploadedAt());
            books.<Boolean, RuntimeException>write(tx -> {
                new DocumentRows(tx.handle()).insert(document);
                return true;
            });
        } finally {
            betweenContentAndRow.readLock().unlock();
        }
    }

    DocumentContent open(StoredDocument document) throws IOException {
        return new DocumentContent(document, folder.open(document.sha256()));
    }

    /** Removes contents that lie there since before {@code until} and that no row names; returns how many. */
    int sweep(Instant until) throws IOException {
        List<String> older = folder.olderThan(until);
        int removed = 0;
        for (int from = 0; from < older.size(); from += AT_ONCE) {
            removed += removeUnnamed(older.subList(from, Math.min(older.size(), from + AT_ONCE)));
        }
        return removed;
    }

    private int removeUnnamed(List<String> contents) throws IOException {
        betweenContentAndRow.writeLock().lock();
        try {
            Set<String> named =
                    books.<Set<String>, RuntimeException>read(handle -> new DocumentRows(handle).named(contents));
            int removed = 0;
            for (String content : contents) {
                if (!named.contains(content)) {
                    folder.delete(content);
                    removed++;
                }
            }
            return removed;
        } finally {
            betweenContentAndRow.writeLock().unlock();
        }
    }
}
