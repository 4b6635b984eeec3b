package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.list.ListEdition;
import io.greenpark.cleanproduction.list.ListEdition.Decision;
import io.greenpark.cleanproduction.list.ListEdition.Proposed;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.list.Lists;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.park.text.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code clean_list} and {@code clean_list_member}. */
final class ListTable {
    private ListTable() {}

    /** Who is on an edition, and who left with it. */
    private record Members(List<Member> on, Map<Member, String> left) {}

    static Lists all(Handle handle) {
        Map<Long, Members> members = new HashMap<>();
        handle.createQuery("SELECT * FROM clean_list_member ORDER BY list, enterprise")
                .map((row, context) -> {
                    Members of = members.computeIfAbsent(
                            row.getLong("list"), n -> new Members(new ArrayList<>(), new LinkedHashMap<>()));
                    Member member = new Member(
                            row.getString("enterprise"),
                            row.getString("park"),
                            new Bilingual(row.getString("name_zh"), row.getString("name_en")));
                    String why = row.getString("left_why");
                    if (why == null) {
                        of.on().add(member);
                    } else {
                        of.left().put(member, why);
                    }
                    return true;
                })
                .list();
        return new Lists(handle.createQuery("SELECT * FROM clean_list ORDER BY number")
                .map((row, context) ->
                        edition(row, members.getOrDefault(row.getLong("number"), new Members(List.of(), Map.of()))))
                .list());
    }

    private static ListEdition edition(ResultSet row, Members members) throws SQLException {
        return new ListEdition(
                row.getLong("number"),
                Objects.requireNonNull(Codes.paper(row)),
                LocalDate.parse(row.getString("approved_on")),
                LocalDate.parse(row.getString("valid_from")),
                row.getString("reason"),
                Codes.longOrNull(row, "based_on"),
                members.on(),
                members.left(),
                new Proposed(
                        Instant.ofEpochMilli(row.getLong("proposed_ms")),
                        row.getString("proposed_by"),
                        row.getString("account")),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Decision(
                        Verdict.valueOf(verdict),
                        Instant.ofEpochMilli(row.getLong("decided_ms")),
                        row.getString("decided_by"),
                        row.getString("verdict_word"));
    }

    static void insert(Handle handle, ListEdition edition) {
        handle.execute(
                "INSERT INTO clean_list (number, document, authority, attachment, approved_on, valid_from, reason, based_on,"
                        + " proposed_ms, proposed_by, account) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                edition.number(),
                edition.paper().number(),
                edition.paper().authority(),
                edition.paper().attachment(),
                edition.approvedOn().toString(),
                edition.validFrom().toString(),
                edition.reason(),
                edition.basedOn(),
                edition.proposed().at().toEpochMilli(),
                edition.proposed().who(),
                edition.proposed().account());
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO clean_list_member (list, enterprise, park, name_zh, name_en, left_why)"
                        + " VALUES (:list, :enterprise, :park, :zh, :en, :why)");
        edition.members().forEach(member -> add(batch, edition.number(), member, null));
        edition.left().forEach((member, why) -> add(batch, edition.number(), member, why));
        batch.execute();
    }

    private static void add(PreparedBatch batch, long list, Member member, @Nullable String why) {
        batch.bind("list", list)
                .bind("enterprise", member.enterprise())
                .bind("park", member.park())
                .bind("zh", member.name().zh())
                .bind("en", member.name().en())
                .bind("why", why)
                .add();
    }

    /** Notes what was decided of an edition; false if it was decided before. */
    static boolean decide(Handle handle, long number, Decision decision) {
        return handle.execute(
                        "UPDATE clean_list SET verdict = ?, decided_ms = ?, decided_by = ?, verdict_word = ?"
                                + " WHERE number = ? AND verdict IS NULL",
                        decision.verdict().name(),
                        decision.at().toEpochMilli(),
                        decision.who(),
                        decision.word(),
                        number)
                == 1;
    }
}
