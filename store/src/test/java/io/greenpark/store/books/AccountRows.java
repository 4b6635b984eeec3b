package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** A row in each of the tables of accounts, verdicts and the audit log whose rows this module only carries; they are to arrive wherever books go. */
public final class AccountRows {
    private static final String CASE = "case of rows";
    private static final String POINT = "ç \t中 point";

    private record Row(String table, TreeMap<String, Object> columns) {
        private static Row of(String table, Map<String, Object> columns) {
            return new Row(table, new TreeMap<>(columns));
        }

        private String names() {
            return String.join(", ", columns.keySet());
        }

        private List<String> values() {
            return columns.values().stream().map(AccountRows::text).toList();
        }
    }

    private static final byte[] DAY = {1, 24, 0, (byte) 0xff, 10, 9, (byte) 0x80, '\\'};

    private static final List<Row> ROWS = List.of(
            Row.of("account_held", Map.of("point", POINT, "from_ms", 1L, "until_ms", 2L, "due_ms", 3L)),
            Row.of(
                    "account_failing",
                    Map.of(
                            "point",
                            POINT,
                            "from_ms",
                            1L,
                            "to_ms",
                            2L,
                            "reason",
                            "{\"cause\":\"…\"}",
                            "since_ms",
                            3L,
                            "tried_ms",
                            4L)),
            Row.of(
                    "energy_hour_point",
                    estimated(Map.of(
                            "point",
                            POINT,
                            "hour_ms",
                            3_600_000L,
                            "amount",
                            7L,
                            "covered_ms",
                            1L,
                            "quality",
                            "ESTIMATED",
                            "booked_ms",
                            9L))),
            Row.of("energy_hour", sum()),
            Row.of("energy_day", sum()),
            Row.of("energy_month", sum()),
            Row.of("energy_hour_point_folded", Map.of("point", 7L, "day", 20_000L, "data", DAY)),
            Row.of("energy_hour_folded", Map.of("enterprise", POINT, "day", -1L, "data", DAY)),
            Row.of("discharge_hour_folded", Map.of("point", 7L, "day", 20_000L, "data", new byte[0])),
            Row.of(
                    "alert_device_known",
                    Map.of("device", POINT, "known_ms", 3L, "broker", "broker 北", "standing", "SILENT")),
            Row.of("alert_done_once", Map.of("task", POINT)),
            Row.of("alert_verdict_folded", Map.of("subject", POINT, "day", 20_000L, "data", DAY)),
            Row.of("ended_session", Map.of("id", "AbC_-123", "until_ms", 1_800_000_000_000L)),
            Row.of("audit_entry", entry()),
            Row.of("audit_start", Map.of("number", 6L, "hash", "0f", "at_ms", 3L)),
            Row.of("audit_look", look()),
            Row.of(
                    "stored_document",
                    Map.of(
                            "id",
                            "7b0d6a3e-0000-4000-8000-000000000001",
                            "name",
                            "照片 1.jpg",
                            "kind",
                            "jpeg",
                            "sha256",
                            "ab".repeat(32),
                            "bytes",
                            8_000_000L,
                            "uploaded_ms",
                            1L,
                            "uploaded_by",
                            "li",
                            "captured",
                            "2026-11-23T10:15:30")),
            Row.of("user_account", account()),
            Row.of(
                    "user_grant",
                    Map.of(
                            "holder_kind",
                            "ACCOUNT",
                            "holder",
                            "王芳",
                            "role",
                            "OFFICER",
                            "scope_kind",
                            "park",
                            "scope_id",
                            POINT)),
            Row.of("api_key", key()),
            Row.of(
                    "second_factor",
                    Map.of("user_name", "王芳", "secret", "c2VhbGVk", "last_step", 60_000_000L, "confirmed_ms", 5L)),
            Row.of("invitation", invitation()),
            Row.of(
                    "deputy",
                    Map.of(
                            "id",
                            "dep-1",
                            "account",
                            "王芳",
                            "deputy",
                            "李娜",
                            "from_ms",
                            1L,
                            "until_ms",
                            2L,
                            "created_ms",
                            0L,
                            "created_by",
                            "王芳",
                            "word",
                            "休假")),
            Row.of("contact_confirmation", contact()),
            Row.of(
                    "contact_address",
                    Map.of(
                            "channel",
                            "mail",
                            "target_hash",
                            "0f",
                            "failing_ms",
                            1L,
                            "broken_ms",
                            2L,
                            "bounced_ms",
                            2L,
                            "cleared_ms",
                            1L,
                            "answer",
                            "550 5.1.1 无此用户")),
            Row.of(
                    "bounce_mailbox",
                    Map.of(
                            "mailbox",
                            "bounces@mail.example/INBOX",
                            "validity",
                            7L,
                            "uid",
                            9L,
                            "looked_ms",
                            3L,
                            "skip_ms",
                            1L)),
            Row.of(
                    "bounce_report",
                    Map.of(
                            "report",
                            "0f",
                            "notice",
                            "letter-1",
                            "target_hash",
                            "0f",
                            "kind",
                            "FAILED",
                            "answer",
                            "550 无此用户",
                            "sent_ms",
                            1L,
                            "read_ms",
                            2L)),
            Row.of("bounce_count", Map.of("kind", "FAILED", "mails", 3L, "last_ms", 2L)),
            Row.of("contact_absence", Map.of("scope", "PARK", "owner", POINT, "since_ms", 3L, "quiet", 1)),
            Row.of("case_handling", handling()),
            Row.of("case_step_detail", stepDetail()),
            Row.of("data_mark", dataMark()),
            Row.of("data_mark_point", Map.of("point", POINT, "mark", "BJ-1", "from_ms", 1L, "to_ms", 2L)),
            Row.of("data_mark_digest", Map.of("park", POINT, "day", "2026-11-30", "told_ms", 2L)),
            Row.of("case_number", Map.of("number_year", 2026, "last_place", 12)),
            Row.of(
                    "case_procedure",
                    Map.of("version", 1L, "at_ms", 3L, "by_whom", "王芳", "reason", "12 号文", "document", "{}")),
            Row.of(
                    "case_link",
                    Map.of(
                            "ref",
                            "0f",
                            "case_id",
                            "case-1",
                            "channel",
                            "sms",
                            "target",
                            "13800138000",
                            "recipient",
                            "王芳",
                            "message",
                            "case-1-1-0f",
                            "created_ms",
                            3L)),
            Row.of("contact_start", Map.of("one", 1, "at_ms", 3L)),
            Row.of("outside_link", Map.of("issuer", POINT, "subject", "7", "user_name", "王芳", "linked_ms", 5L)),
            Row.of("recovery_code", Map.of("user_name", "王芳", "hash", "0f", "used_ms", 6L)));

    private AccountRows() {}

    private static Map<String, Object> account() {
        Map<String, Object> row = new HashMap<>();
        row.put("user_name", "王芳");
        row.put("full_name", "王芳");
        row.put("email", "wang@example.org");
        row.put("phone", "+86 138 0000 0001");
        row.put("state", "OPEN");
        row.put("password", "$argon2id$v=19$m=64,t=1,p=1$c2FsdA$aGFzaA");
        row.put("must_change_password", 1);
        row.put("stamp", "abc");
        row.put("version", 2L);
        row.put("created_ms", 1L);
        row.put("created_by", "installation");
        row.put("password_ms", 2L);
        row.put("file_ms", 3L);
        return row;
    }

    private static Map<String, Object> invitation() {
        return Map.of(
                "hash", "0f",
                "user_name", "王芳",
                "email", "wang@example.org",
                "created_ms", 1L,
                "created_by", "admin",
                "expires_ms", 3L,
                "used_ms", 2L);
    }

    private static Map<String, Object> contact() {
        Map<String, Object> row = new HashMap<>();
        row.put("id", "96d4fbf7d5c6d5b8");
        row.put("scope", "ENTERPRISE");
        row.put("owner", POINT);
        row.put("seen_ms", 1L);
        row.put("due_ms", 2L);
        row.put("round", 3);
        row.put("asked", 1);
        row.put("asked_ms", 4L);
        row.put("confirmed_ms", 5L);
        row.put("confirmed_by", "王芳");
        row.put("marked_ms", 6L);
        row.put("marked_by", "李娜");
        row.put("mark", "退信");
        row.put("how", "CONSOLE");
        row.put("word", "电话核实");
        row.put("declined_ms", 6L);
        return row;
    }

    private static Map<String, Object> key() {
        Map<String, Object> row = new HashMap<>();
        row.put("id", "key-abc");
        row.put("name", "export");
        row.put("user_name", "王芳");
        row.put("hash", "0f");
        row.put("created_ms", 1L);
        row.put("created_by", "admin");
        row.put("expires_ms", 4L);
        row.put("last_used_ms", 3L);
        row.put("ended_ms", 5L);
        return row;
    }

    private static Map<String, Object> entry() {
        return Map.of(
                "number", 7L,
                "at_ms", 3L,
                "who", POINT,
                "origin", "server",
                "action", "account.changed",
                "kind", "account",
                "id", POINT,
                "state_before", "{\"name\":\"中\\n\"}",
                "why", "line\nline",
                "hash", "f0");
    }

    private static Map<String, Object> look() {
        return Map.of(
                "person", POINT,
                "kind", "point",
                "id", "*",
                "hour_ms", 3_600_000L,
                "count", 2L,
                "first_ms", 3_600_001L,
                "last_ms", 3_600_002L);
    }

    private static Map<String, Object> sum() {
        return estimated(Map.of(
                "enterprise",
                POINT,
                "carrier",
                "ELECTRICITY",
                "start_ms",
                0L,
                "amount",
                7L,
                "covered_ms",
                1L,
                "estimated",
                1L,
                "corrected",
                0L));
    }

    private static Map<String, Object> estimated(Map<String, Object> row) {
        Map<String, Object> columns = new TreeMap<>(row);
        columns.putAll(Map.of(
                "estimated_ms", 6L,
                "estimated_amount", 5L,
                "day_estimated_ms", 4L,
                "day_estimated_amount", 3L,
                "month_estimated_ms", 2L,
                "month_estimated_amount", -1L));
        return columns;
    }

    private static Map<String, Object> handling() {
        Map<String, Object> row = new HashMap<>();
        row.put("case_id", CASE);
        row.put("number", "YJ-2026-0012");
        row.put("number_year", 2026);
        row.put("number_place", 12);
        row.put("stage", "VERIFIED");
        row.put("level", "ORANGE");
        row.put("level_by", "MULTIPLE");
        row.put("procedure", 1L);
        row.put("demanded", 1L);
        row.put("pushed_ms", 1L);
        row.put("stage_ms", 2L);
        row.put("due_ms", 3L);
        row.put("overdue_ms", 4L);
        row.put("checked_by", "王芳");
        row.put("measured_over", 0L);
        row.put("changed_ms", 5L);
        return row;
    }

    private static Map<String, Object> dataMark() {
        Map<String, Object> row = new HashMap<>();
        row.put("id", "BJ-1");
        row.put("enterprise", POINT);
        row.put("scope", "OUTLET");
        row.put("target", "锅炉");
        row.put("kind", "CALIBRATION");
        row.put("from_ms", 1L);
        row.put("to_ms", 2L);
        row.put("reason", "校准");
        row.put("files", "f1 f2");
        row.put("made_by", "张伟");
        row.put("account", "张伟");
        row.put("made_ms", 3L);
        row.put("term_ms", 4L);
        row.put("decide_ms", 5L);
        row.put("rules", 0L);
        row.put("rule", "monitoring");
        row.put("state", "ACCEPTED");
        row.put("effect", "INVALID");
        row.put("effect_to_ms", 2L);
        row.put("decided_by", "王芳");
        row.put("decided_ms", 6L);
        row.put("word", "属实");
        return row;
    }

    private static Map<String, Object> stepDetail() {
        return Map.of(
                "case_id", CASE,
                "number", 1,
                "side", "ENTERPRISE",
                "account", "张伟",
                "internal", 0L,
                "stage", "ANSWERED",
                "detail", "{\"cause\":\"treatment\",\"measures\":\"已更换\"}");
    }

    /** What rows of {@code case_handling} and {@code case_step_detail} refer to. */
    private static void putCase(Handle handle) {
        handle.execute(
                "INSERT INTO alert_case (id, rule, subject, first_since_ms, generation, scope, enterprise, trial, raised,"
                        + " state, title_zh, title_en, text_zh, text_en, since_ms, covered_ms, worst_start_ms, raised_ms)"
                        + " VALUES (?, 'LIMIT_EXCEEDED', ?, 1, 0, 'ENTERPRISE', 'e1', ?, ?, 'CLEARED', '', '', '', '',"
                        + " 1, 2, 1, 1)",
                CASE,
                CASE,
                false,
                true);
        handle.execute(
                "INSERT INTO alert_step (case_id, number, kind, at_ms, by_whom) VALUES (?, 1, 'ANSWERED', 1, '张伟')",
                CASE);
    }

    public static void put(Handle handle) {
        putCase(handle);
        for (Row row : ROWS) {
            String places = row.columns().keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
            Update insert = handle.createUpdate(
                    "INSERT INTO " + row.table() + " (" + row.names() + ") VALUES (" + places + ")");
            row.columns().forEach(insert::bind);
            insert.execute();
        }
    }

    /** All of them are there, each column as it was. */
    public static void assertIn(Handle handle) {
        for (Row row : ROWS) {
            List<List<String>> found = handle.createQuery("SELECT " + row.names() + " FROM " + row.table())
                    .map((r, context) -> {
                        List<String> values = new ArrayList<>();
                        for (int i = 1; i <= row.columns().size(); i++) {
                            values.add(text(r.getObject(i)));
                        }
                        return values;
                    })
                    .list();
            assertThat(found).as(row.table()).contains(row.values());
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
