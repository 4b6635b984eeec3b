package io.greenpark.access.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** The entry that says that older ones were retired: without it, a log cut off at its beginning would look like one that was. */
final class Retirement {
    private static final String KIND = "audit-log";

    private Retirement() {}

    /** @param last the last of the retired entries */
    static AuditDraft of(AuditHead last) {
        return AuditDraft.of(AuditDraft.GREENPARK, AuditDraft.SERVER, AuditAction.LOG_RETIRED)
                .on(KIND, Long.toString(last.number()))
                .change(null, state(last));
    }

    /** Whether an entry is the one about a retirement. */
    static boolean explains(AuditEntry entry, AuditHead last) {
        return entry.action().equals(AuditAction.LOG_RETIRED.code())
                && Objects.equals(entry.after(), CanonicalJson.of(state(last)));
    }

    private static ObjectNode state(AuditHead last) {
        return JsonNodeFactory.instance.objectNode().put("last", last.toString());
    }
}
