package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksTx;
import org.jspecify.annotations.Nullable;

/** Follows what happens to cases, in the transaction that writes it and before anybody is notified. */
public interface CaseLife {
    /** Follows nothing. */
    CaseLife NONE = new CaseLife() {
        @Override
        public @Nullable CaseEvent happened(BooksTx tx, Case c, CaseEvent event) {
            return null;
        }

        @Override
        public void acknowledged(BooksTx tx, Case c, CaseEvent event, boolean ofEnterprise) {}
    };

    /**
     * The reconciler wrote an event; {@code c} is the case after it, without its events.
     *
     * @return the step by which people have to handle it anew, which they had answered, verified or closed; null where they have not
     */
    @Nullable
    CaseEvent happened(BooksTx tx, Case c, CaseEvent event);

    /**
     * Somebody acknowledged a case.
     *
     * @param ofEnterprise whether that one answers for the enterprise, and not for the authority
     */
    void acknowledged(BooksTx tx, Case c, CaseEvent event, boolean ofEnterprise);
}
