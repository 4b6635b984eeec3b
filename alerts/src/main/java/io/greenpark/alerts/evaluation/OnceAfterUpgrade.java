package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.Books;
import org.jspecify.annotations.Nullable;

/** Something the first evaluation after an upgrade does otherwise than all later ones: once that is done there is a row in
 * {@code alert_done_once}. Used by one thread. */
final class OnceAfterUpgrade {
    private final Books books;
    private final String task;
    private @Nullable Boolean pending;

    private OnceAfterUpgrade(Books books, String task) {
        this.books = books;
        this.task = task;
    }

    /** Cases that earlier versions left open though nothing was expected any more are closed without a notice. */
    static OnceAfterUpgrade quietEndings(Books books, String of) {
        return new OnceAfterUpgrade(books, "quiet-endings-" + of);
    }

    boolean pending() {
        Boolean known = pending;
        if (known == null) {
            known = books.read(handle -> handle.createQuery("SELECT count(*) FROM alert_done_once WHERE task = :task")
                            .bind("task", task)
                            .mapTo(Integer.class)
                            .one()
                    == 0);
            pending = known;
        }
        return known;
    }

    void done() {
        if (pending()) {
            books.write(tx -> tx.handle()
                    .execute("INSERT INTO alert_done_once (task) VALUES (?) ON CONFLICT (task) DO NOTHING", task));
            pending = false;
        }
    }
}
