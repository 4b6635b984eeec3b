package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.order.Order.Fine;
import io.greenpark.cleanproduction.order.Order.Kind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code clean_order}. */
final class OrderTable {
    private OrderTable() {}

    /** The enterprises that were ever ordered something. */
    static List<String> enterprises(Handle handle, Kind kind) {
        return handle.createQuery("SELECT DISTINCT enterprise FROM clean_order WHERE kind = :kind ORDER BY enterprise")
                .bind("kind", kind.name())
                .mapTo(String.class)
                .list();
    }

    static List<Order> of(Handle handle, String enterprise) {
        return handle.createQuery("SELECT * FROM clean_order WHERE enterprise = :enterprise ORDER BY number")
                .bind("enterprise", enterprise)
                .map((row, context) -> new Order(
                        row.getLong("number"),
                        Kind.valueOf(row.getString("kind")),
                        LocalDate.parse(row.getString("on_day")),
                        Codes.dayOrNull(row, "due_on"),
                        Objects.requireNonNull(Codes.paper(row)),
                        Codes.longOrNull(row, "lifts"),
                        Codes.longOrNull(row, "undoes"),
                        fine(row),
                        row.getString("word"),
                        Instant.ofEpochMilli(row.getLong("at_ms")),
                        row.getString("who")))
                .list();
    }

    private static @Nullable Fine fine(ResultSet row) throws SQLException {
        String amount = row.getString("fine_cny");
        return amount == null ? null : new Fine(new BigDecimal(amount), row.getString("fine_basis"));
    }

    /** @throws StaleException if there is one of that number */
    static void insert(Handle handle, String enterprise, Order order) {
        LocalDate due = order.due();
        Fine fine = order.fine();
        int inserted = handle.execute(
                "INSERT INTO clean_order (enterprise, number, kind, on_day, due_on, document, authority, attachment, lifts,"
                        + " undoes, fine_cny, fine_basis, word, at_ms, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                enterprise,
                order.number(),
                order.kind().name(),
                order.on().toString(),
                due == null ? null : due.toString(),
                order.paper().number(),
                order.paper().authority(),
                order.paper().attachment(),
                order.lifts(),
                order.undoes(),
                fine == null ? null : fine.amountCny().toPlainString(),
                fine == null ? null : fine.basis(),
                order.word(),
                order.at().toEpochMilli(),
                order.who());
        if (inserted == 0) {
            throw new StaleException("the orders of " + enterprise);
        }
    }
}
