package io.greenpark.deploy.container;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Has the product's SQLite sort about 60 MB, for which it needs files; run in the product's image. */
final class LargeSort {
    private static final int ROWS = 300_000;

    private LargeSort() {}

    public static void main(String[] args) throws SQLException {
        try (Connection books = DriverManager.getConnection("jdbc:sqlite:");
                Statement statement = books.createStatement();
                ResultSet rows = statement.executeQuery(
                        "WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row" + " WHERE n < " + ROWS
                                + ") SELECT hex(zeroblob(100)) || n FROM row ORDER BY random()")) {
            int sorted = 0;
            while (rows.next()) {
                sorted++;
            }
            System.out.println(sorted + " rows are sorted");
        }
    }
}
