package io.greenpark.store.migrate;

import io.greenpark.store.migrate.BookTable.Column;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies the rows of a table by the server's COPY, in its text form. */
final class TableCopy {
    private static final int CHUNK_CHARS = 65_536;
    private static final int REPORT_EVERY = 1_000;

    private final BookTable table;

    TableCopy(BookTable table) {
        this.table = table;
    }

    /** Copies all rows; {@code copied} is told their number so far. */
    long run(Connection from, Connection to, LongConsumer copied) throws SQLException {
        CopyIn copy = to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.name() + " (" + table.names() + ") FROM STDIN");
        try (PreparedStatement select = from.prepareStatement(table.select());
                ResultSet rows = select.executeQuery()) {
            long n = 0;
            StringBuilder lines = new StringBuilder();
            while (rows.next()) {
                line(rows, lines);
                n++;
                if (lines.length() >= CHUNK_CHARS) {
                    send(copy, lines);
                }
                if (n % REPORT_EVERY == 0) {
                    copied.accept(n);
                }
            }
            send(copy, lines);
            copy.endCopy();
            copied.accept(n);
            return n;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private void line(ResultSet row, StringBuilder lines) throws SQLException {
        int index = 0;
        for (Column column : table.columns()) {
            if (index++ > 0) {
                lines.append('\t');
            }
            append(column.of(row, index), lines);
        }
        lines.append('\n');
    }

    private static void append(@Nullable Object value, StringBuilder lines) {
        if (value == null) {
            lines.append("\\N");
        } else if (value instanceof String text) {
            escape(text, lines);
        } else if (value instanceof byte[] bytes) {
            lines.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            lines.append(value);
        }
    }

    private static void escape(String text, StringBuilder lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
    }
}
