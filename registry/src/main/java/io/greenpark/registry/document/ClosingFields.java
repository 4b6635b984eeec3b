package io.greenpark.registry.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document.Builder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Closed months as documents: {@code park:2026-10}. */
public final class ClosingFields {
    private static final Accepted<Integer> EDITION = Accepted.integer(1, Integer.MAX_VALUE);

    private ClosingFields() {}

    static @Nullable ClosedMonth read(DocumentKey key, Settings f) {
        String park = f.requiredText("park", new Bilingual("园区编号", "the id of a park"));
        YearMonth month = f.required("month", AcceptedFields.MONTH);
        Integer edition = f.required("edition", EDITION);
        Instant at = f.required("closedAt", DocumentFields.TIME);
        String by = f.requiredText("closedBy", new Bilingual("办理关账的账号", "who closed it"));
        Settings enterprises = f.below("enterprises");
        Set<String> ids = new TreeSet<>();
        if (enterprises != null) {
            enterprises.names().forEach(id -> {
                ids.add(id);
                enterprises.text(id, "");
            });
        }
        return park == null || month == null || edition == null || at == null || by == null
                ? null
                : new ClosedMonth(park, month, edition, at, by, ids);
    }

    /** The document of a closed month. */
    public static Document write(ClosedMonth closed) {
        Builder enterprises = new Builder();
        new TreeSet<>(closed.enterprises()).forEach(id -> enterprises.flag(id, true));
        return new Builder()
                .text("park", closed.parkId())
                .text("month", closed.month().toString())
                .whole("edition", closed.edition())
                .time("closedAt", closed.closedAt())
                .text("closedBy", closed.closedBy())
                .below("enterprises", enterprises)
                .build();
    }

    /** The same as JSON, as an edit carries it. */
    public static String json(ClosedMonth closed) {
        ObjectNode fields = write(closed).fields();
        return fields.toString();
    }
}
