package io.greenpark.registry.document;

import static io.greenpark.config.setting.Accepted.choice;

import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes what utilities billed, the same in files and documents. */
public final class BillFields {
    private BillFields() {}

    /**
     * The bill that fields tell; null where one that is needed is missing or not accepted.
     *
     * @param enterprise whom it was sent to, as it was read
     */
    public static @Nullable MonthlyBill read(Settings f, @Nullable String enterprise) {
        YearMonth month = f.required("month", AcceptedFields.MONTH);
        Carrier carrier = f.required("carrier", AcceptedFields.CARRIER);
        BigDecimal amount = f.required("amount", AcceptedFields.NOT_NEGATIVE);
        Unit unit = f.required("unit", AcceptedFields.UNIT);
        List<String> accounts = accounts(f.text("accounts"));
        FigureStatus status = f.required("status", choice(FigureStatus.class));
        String source = f.requiredText("source", new Bilingual("数据来源，如供电公司", "who says so, e.g. the grid company"));
        AllowedUse use = f.required("allowedUse", choice(AllowedUse.class));
        if (carrier != null && unit != null && carrier.unit().dimension() != unit.dimension()) {
            f.fault(
                    "unit",
                    new Bilingual(
                            "“" + unit.symbol() + "”不是 " + carrier.code() + " 的单位；应与 "
                                    + carrier.unit().symbol() + " 同类",
                            "\"" + unit.symbol() + "\" is no unit of " + carrier.code() + "; accepted: one like "
                                    + carrier.unit().symbol()));
            return null;
        }
        return enterprise == null
                        || month == null
                        || carrier == null
                        || amount == null
                        || unit == null
                        || status == null
                        || source == null
                        || use == null
                ? null
                : new MonthlyBill(enterprise, month, carrier, amount, unit, accounts, status, source, use);
    }

    /** In one text, so that a person can type them: numbers have no spaces. */
    private static List<String> accounts(@Nullable String text) {
        List<String> accounts = new ArrayList<>();
        for (String number : text == null ? new String[0] : text.trim().split("[,\\s]+")) {
            if (!number.isEmpty() && !accounts.contains(number)) {
                accounts.add(number);
            }
        }
        return accounts;
    }

    static Document.Builder write(MonthlyBill b) {
        return new Document.Builder()
                .text("enterprise", b.enterpriseId())
                .text("month", b.month().toString())
                .text("carrier", b.carrier().code())
                .decimal("amount", b.amount())
                .text("unit", b.unit().symbol())
                .text("accounts", b.accounts().isEmpty() ? null : String.join(", ", b.accounts()))
                .code("status", b.status())
                .text("source", b.source())
                .code("allowedUse", b.allowedUse());
    }
}
