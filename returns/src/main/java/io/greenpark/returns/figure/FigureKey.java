package io.greenpark.returns.figure;

import io.greenpark.config.setting.EnumCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Names a figure of a return: {@code output}, {@code bill:electricity}, {@code product:screws}.
 *
 * @param of the kind of bill or the product; empty where there is one of it only
 */
public record FigureKey(Kind kind, String of) {
    /** What a figure is of. */
    public enum Kind {
        OUTPUT,
        VALUE_ADDED,
        PRODUCT,
        BILL,
        COST
    }

    public static final FigureKey OUTPUT = new FigureKey(Kind.OUTPUT, "");
    public static final FigureKey VALUE_ADDED = new FigureKey(Kind.VALUE_ADDED, "");

    public static FigureKey bill(BillKind kind) {
        return new FigureKey(Kind.BILL, kind.code());
    }

    public static FigureKey cost(BillKind kind) {
        return new FigureKey(Kind.COST, kind.code());
    }

    public static FigureKey product(String name) {
        return new FigureKey(Kind.PRODUCT, name);
    }

    public String code() {
        return of.isEmpty() ? EnumCode.of(kind) : EnumCode.of(kind) + ":" + of;
    }

    /** The kind of bill that it is of; empty where it is of none. */
    public Optional<BillKind> bill() {
        return kind == Kind.BILL || kind == Kind.COST ? BillKind.ofCode(of) : Optional.empty();
    }

    /** The one of a code; empty where there is none. */
    public static Optional<FigureKey> ofCode(String code) {
        int colon = code.indexOf(':');
        String kind = colon < 0 ? code : code.substring(0, colon);
        String of = colon < 0 ? "" : code.substring(colon + 1);
        return Arrays.stream(Kind.values())
                .filter(k -> EnumCode.of(k).equals(kind))
                .map(k -> new FigureKey(k, of))
                .filter(FigureKey::isOne)
                .findFirst();
    }

    private boolean isOne() {
        return switch (kind) {
            case OUTPUT, VALUE_ADDED -> of.isEmpty();
            case PRODUCT -> !of.isEmpty();
            case BILL, COST -> BillKind.ofCode(of).isPresent();
        };
    }

    @Override
    public String toString() {
        return code();
    }
}
