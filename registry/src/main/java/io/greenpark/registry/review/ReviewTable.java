package io.greenpark.registry.review;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Decision;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code review_request}. Rows are added and decided once, and nothing else is changed in them but, as long as they are open, the
 * account that answers for them. */
public final class ReviewTable {
    private ReviewTable() {}

    /** Adds a request that nobody decided yet, with the next number in place of its own; returns it. */
    public static long insert(Handle handle, ReviewRequest request) {
        long number = handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM review_request")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "INSERT INTO review_request (number, at_ms, who, account, source, reason, matters, edits, based_on, emergency,"
                        + " change_number, document, policy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                request.at().toEpochMilli(),
                request.who(),
                request.account(),
                request.source().name(),
                request.reason(),
                request.matters().stream().sorted().map(EnumCode::of).collect(Collectors.joining(",")),
                EditsText.write(request.edits()),
                request.basedOn(),
                request.emergency() ? 1 : 0,
                request.change(),
                request.document(),
                request.policy());
        return number;
    }

    /** Adds a request, unless the same account asks for the same on the same state already, as a form sent twice does; returns its number. */
    public static long insertOnce(Handle handle, ReviewRequest request) {
        return same(handle, request).orElseGet(() -> insert(handle, request));
    }

    /** The number of an open request of the same account for the same on the same state; where it names no policy, whatever that one is called. */
    static Optional<Long> same(Handle handle, ReviewRequest request) {
        return handle.createQuery("SELECT min(number) FROM review_request WHERE verdict IS NULL AND emergency = 0"
                        + " AND account = :account AND based_on = :basedOn AND edits = :edits"
                        + " AND coalesce(document, '') = :document AND (:policy = '' OR policy = :policy)")
                .bind("account", request.account())
                .bind("basedOn", request.basedOn())
                .bind("edits", EditsText.write(request.edits()))
                .bind("document", Objects.requireNonNullElse(request.document(), ""))
                .bind("policy", Objects.requireNonNullElse(request.policy(), ""))
                .mapTo(Long.class)
                .findOne();
    }

    /** Decides a request that is open. */
    public static void decide(Handle handle, long number, Decision decision, @Nullable Long change) {
        int rows = handle.execute(
                "UPDATE review_request SET verdict = ?, decided_ms = ?, decided_by = ?, verdict_reason = ?,"
                        + " change_number = coalesce(change_number, ?) WHERE number = ? AND verdict IS NULL",
                decision.verdict().name(),
                decision.at().toEpochMilli(),
                decision.who(),
                decision.reason(),
                change,
                number);
        if (rows != 1) {
            throw new IllegalStateException("request " + number + " is decided already");
        }
    }

    /** The open requests without their edits, oldest first. */
    public static List<Reviews.Open> open(Handle handle) {
        return handle.createQuery(
                        "SELECT number, who, account, matters, policy FROM review_request WHERE verdict IS NULL ORDER BY number")
                .map((row, context) -> new Reviews.Open(
                        row.getLong("number"),
                        row.getString("who"),
                        row.getString("account"),
                        matters(row.getString("matters")),
                        row.getString("policy")))
                .list();
    }

    /** Numbers of the open requests of an account. */
    public static List<Long> openOf(Handle handle, String account) {
        return handle.createQuery(
                        "SELECT number FROM review_request WHERE verdict IS NULL AND account = :account ORDER BY number")
                .bind("account", account)
                .mapTo(Long.class)
                .list();
    }

    /** Has another account answer for the open requests of one. */
    public static void handOver(Handle handle, String account, String to) {
        handle.execute("UPDATE review_request SET account = ? WHERE verdict IS NULL AND account = ?", to, account);
    }

    /** The request of a number. */
    public static Optional<ReviewRequest> one(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM review_request WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> request(row))
                .findOne();
    }

    /** Requests in one of some states below a number, newest first. */
    public static List<ReviewRequest> page(Handle handle, Set<State> states, long below, int max) {
        String in = states.isEmpty()
                ? "1 = 0"
                : states.stream().map(ReviewTable::condition).collect(Collectors.joining(" OR "));
        return handle.createQuery("SELECT * FROM review_request WHERE number < :below AND (" + in
                        + ") ORDER BY number DESC LIMIT :max")
                .bind("below", below)
                .bind("max", max)
                .map((row, context) -> request(row))
                .list();
    }

    private static String condition(State state) {
        return switch (state) {
            case WAITING -> "(verdict IS NULL AND emergency = 0)";
            case UNREVIEWED -> "(verdict IS NULL AND emergency = 1)";
            default -> "verdict = '" + state.name() + "'";
        };
    }

    private static ReviewRequest request(ResultSet row) throws SQLException {
        long change = row.getLong("change_number");
        Long inForceBy = row.wasNull() ? null : Long.valueOf(change);
        String verdict = row.getString("verdict");
        return new ReviewRequest(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("who"),
                row.getString("account"),
                Source.valueOf(row.getString("source")),
                row.getString("reason"),
                matters(row.getString("matters")),
                EditsText.read(row.getString("edits")),
                row.getLong("based_on"),
                row.getLong("emergency") == 1,
                inForceBy,
                verdict == null
                        ? null
                        : new Decision(
                                Verdict.valueOf(verdict),
                                Instant.ofEpochMilli(row.getLong("decided_ms")),
                                row.getString("decided_by"),
                                row.getString("verdict_reason")),
                row.getString("document"),
                row.getString("policy"));
    }

    private static Set<ReviewedMatter> matters(String codes) {
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        List<String> given = List.of(codes.split(","));
        Arrays.stream(ReviewedMatter.values())
                .filter(m -> given.contains(EnumCode.of(m)))
                .forEach(matters::add);
        return matters;
    }
}
