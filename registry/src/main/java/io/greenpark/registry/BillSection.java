package io.greenpark.registry;

import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.BillFields;
import io.greenpark.registry.rules.FaultTexts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads bills of utilities. */
final class BillSection {
    private final Ids ids;
    private final Map<DocumentKey, String> places = new HashMap<>();

    BillSection(Ids ids) {
        this.ids = ids;
    }

    @Nullable
    MonthlyBill bill(Settings f) {
        MonthlyBill bill = BillFields.read(f, ids.reference(f, "enterprise", Section.ENTERPRISES));
        f.reportUnknown();
        if (bill == null || !f.sound()) {
            return null;
        }
        String first = places.putIfAbsent(bill.key(), f.place());
        if (first != null) {
            f.fault(
                    "month",
                    FaultTexts.twice(
                            new Bilingual(
                                    "“" + bill.month() + "”企业“" + bill.enterpriseId() + "” "
                                            + bill.carrier().code() + " 的账单",
                                    "\"" + bill.month() + "\" of \"" + bill.enterpriseId() + "\" and "
                                            + bill.carrier().code()),
                            first));
        }
        return bill;
    }

    /** Where the entry of a bill stands; empty if there is none. */
    String place(DocumentKey bill) {
        return places.getOrDefault(bill, "");
    }
}
