package io.greenpark.sheets.monthly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.unit.Unit;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.form.Documents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the registry says of figures, as it is shown to whoever sends a file: what is withheld is no number. */
final class KnownAmounts {
    private static final int NEAR = 12;

    private final Documents documents;
    private final Map<DocumentKind, SortedMap<String, ObjectNode>> present = new EnumMap<>(DocumentKind.class);

    KnownAmounts(Documents documents) {
        this.documents = documents;
    }

    /** A document; null where there is none. */
    @Nullable
    ObjectNode document(DocumentKey key) {
        return present.computeIfAbsent(key.kind(), documents::of).get(key.id());
    }

    /** What a document says of a figure, in the unit that the registry has from here; null where it says nothing, or nothing that is shown. */
    static @Nullable BigDecimal amount(@Nullable ObjectNode document, Figure figure) {
        String text = document == null ? "" : document.path(figure.field()).asText("");
        if (!text.matches("-?[0-9]{1,40}([.][0-9]{1,40})?")) {
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        Unit unit = document == null
                ? null
                : Unit.ofSymbol(document.path("unit").asText("")).orElse(null);
        Unit kept = Unit.ofSymbol(figure.family().kept()).orElse(null);
        if (!figure.billed() || unit == null || kept == null) {
            return value;
        }
        // Both are powers of ten of one base.
        return unit.toBase(value)
                .divide(
                        kept.perBase(),
                        Math.max(0, value.scale()) + kept.perBase().precision(),
                        RoundingMode.UNNECESSARY);
    }

    /** What is known of the months around one, and of itself. */
    List<BigDecimal> around(Figure figure, String enterprise, YearMonth month) {
        List<BigDecimal> known = new ArrayList<>();
        for (int i = -NEAR; i <= NEAR; i++) {
            BigDecimal amount = amount(document(figure.document(enterprise, month.plusMonths(i))), figure);
            if (amount != null && amount.signum() > 0) {
                known.add(amount);
            }
        }
        return known;
    }
}
