package io.greenpark.store.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A row in every table of clean production, with what may be null once there and once not. */
final class CleanProductionRows {
    private static final List<String> ROWS = List.of(
            "INSERT INTO clean_list VALUES (1, '金政办〔2026〕12 号', '区政府', NULL, '2026-10-20', '2026-11-01', '首次', NULL, 1, 'chen', 'chen',"
                    + " 'APPROVED', 2, 'wu', '核对无误')",
            "INSERT INTO clean_list VALUES (2, 'n', 'a', 'doc-1', '2026-10-20', '2026-11-01', 'r', 1, 3, 'chen', 'chen', NULL, NULL, NULL, NULL)",
            "INSERT INTO clean_list_member VALUES (1, 'e', 'p', '企业', 'enterprise', NULL)",
            "INSERT INTO clean_list_member VALUES (2, 'e', 'p', '企业', 'enterprise', '关停')",
            "INSERT INTO clean_entry VALUES ('e', 1, 1, 'LISTED', NULL, '2026-10-20', 'n', 'a', 'doc-1', 'MANDATORY', 'TOXIC', 'w', 4, 'chen')",
            "INSERT INTO clean_entry VALUES ('e', 2, 1, 'LISTED', 1, '2026-10-20', NULL, NULL, NULL, NULL, NULL, NULL, 5, 'chen')",
            "INSERT INTO clean_term VALUES (1, 'STARTED', 'LISTED', 'MANDATORY', 'TOXIC', 2, '2026-01-01', '依据', 'source', 1, 'w', 6, 'chen')",
            "INSERT INTO clean_term VALUES (2, 'LISTED', NULL, NULL, NULL, NULL, '2026-01-01', '依据', 'source', 0, 'w', 7, 'chen')",
            "INSERT INTO clean_owner VALUES ('e', 'wang', NULL, 8, 'chen')",
            "INSERT INTO clean_notice VALUES ('e', 1, 'STARTED', '2026-12-20', 30, 9, 2)",
            "INSERT INTO clean_candidate VALUES ('e', 'OVER_TOTAL', 10, '[]')",
            "INSERT INTO clean_look VALUES ('e', 10)",
            "INSERT INTO clean_proposal VALUES (1, 'e', 'OVER_TOTAL', '[]', 'w', 11, 'chen', NULL, NULL, NULL)",
            "INSERT INTO clean_order VALUES ('e', 1, 'STOP', '2026-10-20', '2026-11-20', 'n', 'a', NULL, NULL, NULL, 'w', 12, 'chen', '80000', '清洁生产促进法第三十九条')",
            "INSERT INTO clean_order VALUES ('e', 2, 'LIFT', '2026-10-21', NULL, 'n', 'a', 'doc-1', 1, NULL, NULL, 13, 'chen', NULL, NULL)");

    private static final Map<String, Long> COUNTS = Map.of(
            "clean_list", 2L,
            "clean_list_member", 2L,
            "clean_entry", 2L,
            "clean_term", 2L,
            "clean_owner", 1L,
            "clean_notice", 1L,
            "clean_candidate", 1L,
            "clean_look", 1L,
            "clean_proposal", 1L,
            "clean_order", 2L);

    private CleanProductionRows() {}

    static void put(Handle handle) {
        ROWS.forEach(handle::execute);
    }

    static void assertIn(Handle handle) {
        COUNTS.forEach((table, rows) -> assertThat(handle.createQuery("SELECT count(*) AS n FROM " + table)
                        .mapTo(Long.class)
                        .one())
                .as(table)
                .isEqualTo(rows));
        assertThat(handle.createQuery("SELECT undoes FROM clean_entry ORDER BY number")
                        .mapTo(Long.class)
                        .list())
                .containsExactly(null, 1L);
        assertThat(handle.createQuery("SELECT document FROM clean_list WHERE number = 1")
                        .mapTo(String.class)
                        .one())
                .isEqualTo("金政办〔2026〕12 号");
    }
}
