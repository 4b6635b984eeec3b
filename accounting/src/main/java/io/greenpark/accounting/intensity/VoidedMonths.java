package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.AwaitedCorrection.End;
import io.greenpark.accounting.intensity.AwaitedCorrection.Kind;
import io.greenpark.accounting.work.IntensityWork;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code month_void}: months of enterprises that an objection was right about. Until what is right has come in, no target is held against them, nor
 * against any period with one of them, whatever data still come. The figures themselves stay as they are computed.
 */
public final class VoidedMonths {
    private final List<AwaitedCorrection> awaited;

    private VoidedMonths(List<AwaitedCorrection> awaited) {
        this.awaited = awaited;
    }

    /** Those that await correction. There are few: each was decided by a person. */
    public static VoidedMonths now(Handle handle) {
        return new VoidedMonths(awaited(handle));
    }

    /** Why an enterprise is not judged by a time; null where nothing stands against it. */
    @Nullable
    Reason in(String enterprise, Instant from, Instant to) {
        return awaited.stream()
                .filter(each -> each.enterpriseId().equals(enterprise)
                        && each.from().isBefore(to)
                        && each.to().isAfter(from))
                .findFirst()
                .map(each -> Reason.objectionUpheld(each.objection()))
                .orElse(null);
    }

    /** Voids a month, in the transaction of whoever decides; the accounts compute its intensities anew. Twice is once. */
    public static void add(Handle handle, AwaitedCorrection one) {
        handle.execute(
                "INSERT INTO month_void (objection, enterprise, from_ms, to_ms, awaits, reference, iva, at_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                one.objection(),
                one.enterpriseId(),
                one.from().toEpochMilli(),
                one.to().toEpochMilli(),
                one.kind().name(),
                one.reference(),
                one.iva() == null ? null : one.iva().toPlainString(),
                one.decidedAt().toEpochMilli());
    }

    /** What is right has come in; false where that was said already, or nothing was awaited. */
    public static boolean end(Handle handle, String objection, End end) {
        return handle.execute(
                        "UPDATE month_void SET ended_ms = ?, ended_by = ?, ended_why = ?, taken_ms = NULL"
                                + " WHERE objection = ? AND ended_ms IS NULL",
                        end.at().toEpochMilli(),
                        end.by(),
                        end.why(),
                        objection)
                == 1;
    }

    /** What an objection has a month wait for, or had. */
    public static Optional<AwaitedCorrection> find(Handle handle, String objection) {
        return handle.createQuery("SELECT * FROM month_void WHERE objection = :objection")
                .bind("objection", objection)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** All that is awaited, the oldest first. */
    public static List<AwaitedCorrection> awaited(Handle handle) {
        return handle.createQuery("SELECT * FROM month_void WHERE ended_ms IS NULL ORDER BY at_ms, objection")
                .map((row, context) -> read(row))
                .list();
    }

    /** How many are yet to be taken. */
    public static long untaken(Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM month_void WHERE taken_ms IS NULL")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Notes the months of those that are new or ended as work, with their parks and the district. Only the one thread that books may: work that is noted
     * while another booking of the same months ends would end with it.
     */
    public static void take(Handle handle, Instant now) {
        handle.createQuery("SELECT * FROM month_void WHERE taken_ms IS NULL")
                .map((row, context) -> read(row))
                .list()
                .forEach(each -> IntensityWorkTable.note(
                        handle,
                        IntensityWork.withAreas(each.enterpriseId()),
                        each.from().toEpochMilli()));
        handle.execute("UPDATE month_void SET taken_ms = ? WHERE taken_ms IS NULL", now.toEpochMilli());
    }

    private static AwaitedCorrection read(ResultSet row) throws SQLException {
        String iva = row.getString("iva");
        String endedBy = row.getString("ended_by");
        String endedWhy = row.getString("ended_why");
        return new AwaitedCorrection(
                row.getString("objection"),
                row.getString("enterprise"),
                Instant.ofEpochMilli(row.getLong("from_ms")),
                Instant.ofEpochMilli(row.getLong("to_ms")),
                Kind.valueOf(row.getString("awaits")),
                row.getString("reference"),
                iva == null ? null : new BigDecimal(iva),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                endedBy == null || endedWhy == null
                        ? null
                        : new End(Instant.ofEpochMilli(row.getLong("ended_ms")), endedBy, endedWhy));
    }
}
