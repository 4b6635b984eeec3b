package io.greenpark.registry.edit;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.ClosedMonthRules;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What edits may not do to closed months, and that no edit closes one by itself. */
final class ClosedMonths {
    private static final Set<DocumentKind> OF_MONTHS = EnumSet.of(DocumentKind.STATISTIC, DocumentKind.BILL);

    private ClosedMonths() {}

    /** @param closes whether months may be closed */
    static void check(
            List<EditedDocument> edits, Registry current, Registry after, boolean closes, List<DocumentFault> faults) {
        ClosedMonthRules.check(current, after, (key, field, words) -> faults.add(new DocumentFault(key, field, words)));
        for (EditedDocument edit : edits) {
            boolean told = faults.stream().anyMatch(f -> f.key().equals(edit.key()));
            if (!told && OF_MONTHS.contains(edit.key().kind()) && writesUnseen(edit)) {
                guess(edit.key(), current, after, faults);
            }
            if (!closes && edit.key().kind() == DocumentKind.CLOSING && edit.document() != null) {
                faults.add(new DocumentFault(
                        edit.key(),
                        "",
                        new Bilingual(
                                "不能直接登记；关账须核对清单并留存数据，请在“月度结账”办理，或调用 POST /closings/{园区}/{月份}",
                                "is not entered by hand, as closing goes with a checklist and keeps the figures; close the month"
                                        + " under Closing, or by POST /closings/{park}/{month}")));
            }
        }
    }

    private static boolean writesUnseen(EditedDocument edit) {
        return edit.was() != null
                && edit.document() != null
                && !edit.unseen(edit.was().document(), edit.document()).isEmpty();
    }

    /** A value that the editor does not see must not be told by whether writing it is a change. */
    private static void guess(DocumentKey key, Registry current, Registry after, List<DocumentFault> faults) {
        // ENTERPRISE:2026-10 of a statistic, ENTERPRISE:2026-10:CARRIER of a bill; an enterprise's id has no colon.
        String[] parts = key.id().split(":", -1);
        try {
            ClosedMonthRules.ask(
                    current,
                    after,
                    key,
                    parts[0],
                    YearMonth.parse(parts[1]),
                    (k, field, words) -> faults.add(new DocumentFault(k, field, words)));
        } catch (DateTimeException e) {
            throw new IllegalStateException("a document that is read has the id \"" + key.id() + "\"", e);
        }
    }
}
