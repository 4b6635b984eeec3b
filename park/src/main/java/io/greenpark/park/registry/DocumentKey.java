package io.greenpark.park.registry;

import io.greenpark.park.unit.Carrier;
import java.time.YearMonth;
import java.util.Comparator;

/** Names a document of the registry. Ordered by kind, then id. */
public record DocumentKey(DocumentKind kind, String id) implements Comparable<DocumentKey> {
    private static final Comparator<DocumentKey> ORDER =
            Comparator.comparing(DocumentKey::kind).thenComparing(DocumentKey::id);

    /** The statistics of an enterprise for a month. */
    public static DocumentKey statistic(String enterpriseId, YearMonth month) {
        return new DocumentKey(DocumentKind.STATISTIC, enterpriseId + ":" + month);
    }

    /** What a utility billed an enterprise for a month of a carrier. */
    public static DocumentKey bill(String enterpriseId, YearMonth month, Carrier carrier) {
        return new DocumentKey(DocumentKind.BILL, enterpriseId + ":" + month + ":" + carrier.code());
    }

    /** The closing of a park's month. */
    public static DocumentKey closing(String parkId, YearMonth month) {
        return new DocumentKey(DocumentKind.CLOSING, parkId + ":" + month);
    }

    /**
     * A contact of an enterprise, a park or the district.
     *
     * @param name the person or office; a second one of the same name has a number behind it
     */
    public static DocumentKey contact(Subject of, String name) {
        return new DocumentKey(
                DocumentKind.CONTACT, DocumentKind.valueOf(of.scope().name()).code() + ":" + of.id() + ":" + name);
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.code() + " \"" + id + "\"";
    }
}
