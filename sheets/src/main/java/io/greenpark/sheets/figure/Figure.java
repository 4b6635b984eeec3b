package io.greenpark.sheets.figure;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.CarrierNames;
import io.greenpark.sheets.figure.SheetUnit.Family;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a sheet tells of an enterprise and a month.
 *
 * @param kind what of
 * @param carrier what was billed; null for what is no bill
 */
public record Figure(Kind kind, @Nullable Carrier carrier) {
    public static final Figure VALUE_ADDED = new Figure(Kind.VALUE_ADDED, null);
    public static final Figure OUTPUT = new Figure(Kind.OUTPUT, null);

    private static final String BILL = "bill:";

    /** Which document of the registry it stands in. */
    public enum Kind {
        /** Industrial value added at comparable prices, in the statistics of the month. */
        VALUE_ADDED("value-added", "ivaCny"),
        /** Gross output at current prices, in the statistics of the month. */
        OUTPUT("output", "outputCny"),
        /** What a utility billed, in a document of its own. */
        BILL("bill", "amount");

        private final String code;
        private final String field;

        Kind(String code, String field) {
            this.code = code;
            this.field = field;
        }
    }

    /** The bill of a carrier. */
    public static Figure bill(Carrier carrier) {
        return new Figure(Kind.BILL, carrier);
    }

    /** All there are. */
    public static List<Figure> all() {
        List<Figure> all = new ArrayList<>(List.of(VALUE_ADDED, OUTPUT));
        for (Carrier carrier : Carrier.values()) {
            all.add(bill(carrier));
        }
        return all;
    }

    /** That of a code. */
    public static Optional<Figure> ofCode(String code) {
        return all().stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /** {@code value-added}, {@code output}, {@code bill:electricity}. */
    public String code() {
        return carrier == null ? kind.code : BILL + carrier.code();
    }

    /** Whether it is a bill. */
    public boolean billed() {
        return kind == Kind.BILL;
    }

    /** The field of its document. */
    public String field() {
        return kind.field;
    }

    /** The document that has it. */
    public DocumentKey document(String enterprise, YearMonth month) {
        return carrier == null
                ? DocumentKey.statistic(enterprise, month)
                : DocumentKey.bill(enterprise, month, carrier);
    }

    /** The units it may be in. */
    public Family family() {
        if (carrier == null) {
            return Family.MONEY;
        }
        return switch (carrier.unit().dimension()) {
            case ENERGY -> Family.ELECTRICITY;
            case HEAT -> Family.HEAT;
            case MASS -> Family.MASS;
            default -> Family.VOLUME;
        };
    }

    /** What people call it. */
    public Bilingual shown() {
        return switch (kind) {
            case VALUE_ADDED -> new Bilingual("工业增加值", "Value added");
            case OUTPUT -> new Bilingual("工业总产值", "Gross output");
            case BILL ->
                carrier == null
                        ? Bilingual.same("")
                        : new Bilingual(
                                "账单：" + CarrierNames.chinese(carrier),
                                "Billed " + carrier.code().replace('-', ' '));
        };
    }
}
