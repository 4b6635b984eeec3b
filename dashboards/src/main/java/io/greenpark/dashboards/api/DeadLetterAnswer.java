package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refused data with their reasons, newest first, page by page; searched, sorted and filed as far back as is looked through. */
final class DeadLetterAnswer implements Api.Replier {
    /** So many of the newest are looked through. */
    private static final int MOST = 10_000;

    private final DeadLetters deadLetters;
    private final Parks parks;
    private final Clock clock;

    DeadLetterAnswer(DeadLetters deadLetters, Parks parks, Clock clock) {
        this.deadLetters = deadLetters;
        this.parks = parks;
        this.clock = clock;
    }

    /** Which rows. */
    private record Asked(
            @Nullable Set<String> devices,
            @Nullable RejectReason reason,
            @Nullable Long before) {}

    @Override
    public Reply to(Question question) {
        TableReply.allow(question, "device", "reason", "before");
        Asked asked = new Asked(
                question.text("device").map(Set::of).orElse(null),
                question.choice("reason", RejectReason.class).orElse(null),
                id(question, "before"));
        return TableReply.needsAll(question) ? found(question, asked) : newest(question, asked);
    }

    private static @Nullable Long id(Question question, String name) {
        return question.text(name).isEmpty() ? null : Long.valueOf(question.integer(name, 0, 1, Integer.MAX_VALUE));
    }

    /** A page of the newest. */
    private Reply newest(Question question, Asked asked) {
        int limit = question.integer("limit", 100, 1, 1_000);
        Long after = id(question, "after");
        List<StoredDeadLetter> rows =
                deadLetters.list(asked.devices(), asked.reason(), after == null ? asked.before() : after, limit);
        Long next = rows.size() < limit
                ? null
                : Long.valueOf(rows.get(rows.size() - 1).id());
        return json(deadLetters.rows(asked.devices(), asked.reason()), rows, next);
    }

    private Reply found(Question question, Asked asked) {
        Listing<StoredDeadLetter> listing = new Listing<>(
                new Bilingual("拒收数据", "Refused data"),
                columns(),
                row -> Long.toString(row.id()),
                deadLetters.list(asked.devices(), asked.reason(), asked.before(), MOST));
        TableReply reply = new TableReply(question, clock, Json.PLATFORM_ZONE);
        Listing<StoredDeadLetter> found = reply.found(listing);
        TableFile file = question.file();
        if (file != null) {
            return reply.file(found, "greenpark-dead-letters", file);
        }
        Listing.Page<StoredDeadLetter> page = reply.page(found);
        Long next = page.next() == null ? null : Long.valueOf(page.next());
        return json(found.rows().size(), page.rows(), next);
    }

    private Reply json(long count, List<StoredDeadLetter> rows, @Nullable Long next) {
        JsonObject counts = new JsonObject();
        deadLetters.counts().forEach((reason, n) -> counts.put(reason.code(), n));
        JsonObject reasons = new JsonObject();
        for (RejectReason reason : RejectReason.values()) {
            reasons.put(reason.code(), Json.name(reason.text()));
        }
        return Reply.ok(new JsonObject()
                .put("counts", counts)
                .put("reasons", reasons)
                .put("count", count)
                .put("rows", Json.array(rows, row -> DeadLetterJson.row(row, zone(row))))
                .put("next", next));
    }

    private ZoneId zone(StoredDeadLetter row) {
        return parks.zoneOfDevice(row.letter().deviceId());
    }

    private List<Column<StoredDeadLetter>> columns() {
        return List.of(
                Column.number("id", new Bilingual("编号", "Id"), 0, row -> Cell.number(row.id())),
                Column.text(
                        "last",
                        new Bilingual("最近一次", "Last"),
                        row -> time(row, row.letter().arrivalMs())),
                Column.text("first", new Bilingual("首次", "First"), row -> time(row, row.firstMs())),
                Column.number("count", new Bilingual("次数", "Count"), 0, row -> Cell.number(row.count())),
                Column.text(
                        "door",
                        new Bilingual("接入方式", "Door"),
                        row -> Cell.code(row.letter().door().code())),
                Column.text(
                        "sender",
                        new Bilingual("发送方", "Sender"),
                        row -> Cell.code(row.letter().sender())),
                Column.text(
                        "senderProved",
                        new Bilingual("身份已验证", "Sender proved"),
                        row -> Cell.truth(!row.letter().stranger())),
                Column.text(
                        "device",
                        new Bilingual("设备", "Device"),
                        row -> Cell.code(row.letter().deviceId())),
                Column.text(
                        "key",
                        new Bilingual("键", "Key"),
                        row -> Cell.code(row.letter().key())),
                Column.text(
                        "reason",
                        new Bilingual("原因", "Reason"),
                        row -> Cell.words(row.letter().reason().text())),
                Column.text(
                        "detail",
                        new Bilingual("说明", "Detail"),
                        row -> Cell.words(row.letter().detail())),
                Column.text(
                        "excerpt",
                        new Bilingual("内容摘录", "Excerpt"),
                        row -> Cell.code(row.letter().excerpt())));
    }

    private @Nullable Cell time(StoredDeadLetter row, long ms) {
        return Cell.time(Instant.ofEpochMilli(ms), zone(row));
    }
}
