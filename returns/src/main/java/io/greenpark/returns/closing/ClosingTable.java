package io.greenpark.returns.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.closing.OpenPoint.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code closed_month}, {@code closed_figure} and {@code closed_difference}. */
final class ClosingTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClosingTable() {}

    /** The number that the next closing of a month gets. */
    static int nextEdition(Handle handle, String park, YearMonth month) {
        return handle.createQuery(
                        "SELECT coalesce(max(edition), 0) + 1 FROM closed_month WHERE park = :park AND month = :month")
                .bind("park", park)
                .bind("month", month.toString())
                .mapTo(Integer.class)
                .one();
    }

    /** The first month of a park that was ever closed. */
    static Optional<YearMonth> first(Handle handle, String park) {
        return handle.createQuery("SELECT month FROM closed_month WHERE park = :park ORDER BY month LIMIT 1")
                .bind("park", park)
                .mapTo(String.class)
                .findOne()
                .map(YearMonth::parse);
    }

    static void insert(Handle handle, ClosedEdition closed, Collection<ClosedFigure> figures) {
        handle.execute(
                "INSERT INTO closed_month (park, month, edition, closed_ms, who, reason, points)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                closed.parkId(),
                closed.month().toString(),
                closed.edition(),
                closed.at().toEpochMilli(),
                closed.who(),
                closed.reason(),
                write(closed.points()));
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO closed_figure (park, month, edition, scope, subject, document)"
                        + " VALUES (:park, :month, :edition, :scope, :subject, :document)");
        figures.forEach(figure -> batch.bind("park", closed.parkId())
                .bind("month", closed.month().toString())
                .bind("edition", closed.edition())
                .bind("scope", figure.subject().scope().name())
                .bind("subject", figure.subject().id())
                .bind("document", FigureText.write(figure))
                .add());
        batch.execute();
    }

    /** All times that a month was closed, the last one first. */
    static List<ClosedEdition> editions(Handle handle, String park, YearMonth month) {
        return handle.createQuery(
                        "SELECT * FROM closed_month WHERE park = :park AND month = :month ORDER BY edition DESC")
                .bind("park", park)
                .bind("month", month.toString())
                .map((row, context) -> edition(row))
                .list();
    }

    /** The newest edition of each month of a park. */
    static Map<YearMonth, ClosedEdition> newest(Handle handle, String park) {
        Map<YearMonth, ClosedEdition> newest = new LinkedHashMap<>();
        handle.createQuery("SELECT * FROM closed_month WHERE park = :park ORDER BY month, edition")
                .bind("park", park)
                .map((row, context) -> edition(row))
                .forEach(edition -> newest.put(edition.month(), edition));
        return newest;
    }

    private static ClosedEdition edition(ResultSet row) throws SQLException {
        return new ClosedEdition(
                row.getString("park"),
                YearMonth.parse(row.getString("month")),
                row.getInt("edition"),
                Instant.ofEpochMilli(row.getLong("closed_ms")),
                row.getString("who"),
                row.getString("reason"),
                readPoints(row.getString("points")));
    }

    /** The figures of an edition, enterprises first. */
    static Map<Subject, ClosedFigure> figures(Handle handle, ClosedMonth closed) {
        return figures(handle, closed.parkId(), closed.month(), closed.edition());
    }

    static Map<Subject, ClosedFigure> figures(Handle handle, String park, YearMonth month, int edition) {
        Map<Subject, ClosedFigure> figures = new LinkedHashMap<>();
        handle.createQuery("SELECT scope, subject, document FROM closed_figure WHERE park = :park AND month = :month"
                        + " AND edition = :edition ORDER BY scope, subject")
                .bind("park", park)
                .bind("month", month.toString())
                .bind("edition", edition)
                .map((row, context) -> {
                    Subject subject =
                            new Subject(Subject.Scope.valueOf(row.getString("scope")), row.getString("subject"));
                    return FigureText.read(subject, row.getString("document"));
                })
                .forEach(figure -> figures.put(figure.subject(), figure));
        return figures;
    }

    /** One of them. */
    static Optional<ClosedFigure> figure(Handle handle, ClosedMonth closed, Subject subject) {
        return handle.createQuery("SELECT document FROM closed_figure WHERE park = :park AND month = :month"
                        + " AND edition = :edition AND scope = :scope AND subject = :subject")
                .bind("park", closed.parkId())
                .bind("month", closed.month().toString())
                .bind("edition", closed.edition())
                .bind("scope", subject.scope().name())
                .bind("subject", subject.id())
                .mapTo(String.class)
                .findOne()
                .map(text -> FigureText.read(subject, text));
    }

    /** Since when one of them is known to differ. */
    static Optional<Instant> since(Handle handle, ClosedMonth closed, Subject subject) {
        return Optional.ofNullable(since(handle, closed).get(subject));
    }

    /** Since when figures of an edition are known to differ. */
    static Map<Subject, Instant> since(Handle handle, ClosedMonth closed) {
        Map<Subject, Instant> since = new LinkedHashMap<>();
        handle.createQuery("SELECT scope, subject, since_ms FROM closed_difference WHERE park = :park"
                        + " AND month = :month AND edition = :edition")
                .bind("park", closed.parkId())
                .bind("month", closed.month().toString())
                .bind("edition", closed.edition())
                .map((row, context) -> Map.entry(
                        new Subject(Subject.Scope.valueOf(row.getString("scope")), row.getString("subject")),
                        Instant.ofEpochMilli(row.getLong("since_ms"))))
                .forEach(e -> since.put(e.getKey(), e.getValue()));
        return since;
    }

    static void differs(Handle handle, ClosedMonth closed, Subject subject, Instant since) {
        handle.execute(
                "INSERT INTO closed_difference (park, month, edition, scope, subject, since_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                closed.parkId(),
                closed.month().toString(),
                closed.edition(),
                subject.scope().name(),
                subject.id(),
                since.toEpochMilli());
    }

    static void isAsItWas(Handle handle, ClosedMonth closed, Subject subject) {
        handle.execute(
                "DELETE FROM closed_difference WHERE park = ? AND month = ? AND edition = ? AND scope = ?"
                        + " AND subject = ?",
                closed.parkId(),
                closed.month().toString(),
                closed.edition(),
                subject.scope().name(),
                subject.id());
    }

    private static String write(List<OpenPoint> points) {
        ArrayNode list = JSON.createArrayNode();
        points.forEach(point -> {
            ObjectNode one = list.addObject().put("kind", point.kind().name());
            put(one, "enterprise", point.enterprise());
            put(one, "point", point.point());
            put(one, "detail", point.detail());
        });
        return list.toString();
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static List<OpenPoint> readPoints(String text) {
        try {
            List<OpenPoint> points = new ArrayList<>();
            for (JsonNode one : JSON.readTree(text)) {
                points.add(new OpenPoint(
                        Kind.valueOf(one.path("kind").asText()),
                        text(one, "enterprise"),
                        text(one, "point"),
                        text(one, "detail")));
            }
            return points;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of what was open", e);
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.get(name).asText() : null;
    }
}
