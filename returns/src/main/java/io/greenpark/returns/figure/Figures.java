package io.greenpark.returns.figure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a return says.
 *
 * @param output gross output at current prices; null where it is not known
 * @param valueAdded industrial value added at comparable prices; null where it is not known
 * @param bills by what they are for; what is not there was not billed, or is not known
 */
public record Figures(
        @Nullable Amount output, @Nullable Amount valueAdded, List<Product> products, Map<BillKind, Bill> bills) {
    /** Nothing at all. */
    public static final Figures NONE = new Figures(null, null, List.of(), Map.of());

    public Figures {
        products = List.copyOf(products);
        bills = Map.copyOf(bills);
    }

    /** All that is stated, in the order of the form. */
    public Map<FigureKey, Quantity> stated() {
        Map<FigureKey, Quantity> stated = new LinkedHashMap<>();
        put(stated, FigureKey.OUTPUT, output);
        put(stated, FigureKey.VALUE_ADDED, valueAdded);
        for (Product product : products) {
            if (product.amount() != null) {
                stated.put(FigureKey.product(product.name()), new Quantity(product.amount(), product.unit()));
            }
        }
        Map<BillKind, Bill> ordered = new EnumMap<>(BillKind.class);
        ordered.putAll(bills);
        ordered.forEach((kind, bill) -> {
            put(stated, FigureKey.bill(kind), bill.amount());
            put(stated, FigureKey.cost(kind), bill.cost());
        });
        return stated;
    }

    private static void put(Map<FigureKey, Quantity> stated, FigureKey key, @Nullable Amount amount) {
        if (amount != null) {
            stated.put(key, amount.quantity());
        }
    }
}
