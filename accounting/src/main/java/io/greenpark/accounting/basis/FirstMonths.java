package io.greenpark.accounting.basis;

import io.greenpark.park.registry.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** From which months on there are figures, epoch milliseconds, as a transaction sees them that changes none. */
final class FirstMonths {
    private final Handle handle;
    private final Map<Subject, Optional<Long>> ofSubjects = new HashMap<>();
    private Optional<Long> ofDistrict = Optional.empty();
    private boolean districtKnown;

    FirstMonths(Handle handle) {
        this.handle = handle;
    }

    /** The first month in which an enterprise has booked energy. */
    Optional<Long> ofEnergy(String enterprise) {
        return first(handle.createQuery("SELECT min(start_ms) AS first_ms FROM energy_month WHERE enterprise = :id")
                .bind("id", enterprise));
    }

    /** The first month of which intensities are kept of a subject, missing ones too. */
    Optional<Long> of(Subject subject) {
        return ofSubjects.computeIfAbsent(subject, this::read);
    }

    private Optional<Long> read(Subject subject) {
        return first(handle.createQuery("SELECT min(month_ms) AS first_ms FROM intensity_month"
                        + " WHERE scope = :scope AND subject = :subject")
                .bind("scope", subject.scope().name())
                .bind("subject", subject.id()));
    }

    /** The first month of which intensities are kept of the district, whatever its id was. */
    Optional<Long> ofDistrict() {
        if (!districtKnown) {
            ofDistrict = first(handle.createQuery(
                    "SELECT min(month_ms) AS first_ms FROM intensity_month WHERE scope = 'DISTRICT'"));
            districtKnown = true;
        }
        return ofDistrict;
    }

    /** The first month of which something is known of a subject. */
    Optional<Long> ofKnown(Subject subject) {
        return first(handle.createQuery("SELECT min(month_ms) AS first_ms FROM intensity_month"
                        + " WHERE scope = :scope AND subject = :subject"
                        + " AND (tce IS NOT NULL OR ytd_tce IS NOT NULL)")
                .bind("scope", subject.scope().name())
                .bind("subject", subject.id()));
    }

    /** The parks of which something is known in any month, also those that are no longer in the registry. */
    static List<String> parks(Handle handle) {
        return handle.createQuery("SELECT DISTINCT subject AS park FROM intensity_month WHERE scope = 'PARK'"
                        + " AND (tce IS NOT NULL OR ytd_tce IS NOT NULL) ORDER BY park")
                .mapTo(String.class)
                .list();
    }

    private static Optional<Long> first(Query query) {
        return query.map((row, context) -> {
                    long firstMs = row.getLong("first_ms");
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(firstMs);
                })
                .one();
    }
}
