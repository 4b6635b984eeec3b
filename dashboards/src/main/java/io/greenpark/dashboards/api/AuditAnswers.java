package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditCheck;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.access.audit.AuditHead;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.audit.AuditObject;
import io.greenpark.access.audit.HourlyEntries;
import io.greenpark.access.audit.Look;
import io.greenpark.access.audit.Looks;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The audit log for who reviews it: entries, looks, and whether the chain of entries fits. That it was looked at is an entry itself: each file,
 * and of what is only read the first of a person in an hour.
 */
final class AuditAnswers {
    private static final int PAGE = 100;
    private static final int MAX_PAGE = 1_000;
    private static final int MOST_IN_FILE = 50_000;
    private static final ZoneId ZONE = Json.PLATFORM_ZONE;
    private static final String KIND = "audit-log";

    private final AuditLog audit;
    private final Looks looks;
    private final HourlyEntries reading;
    private final Clock clock;

    AuditAnswers(ConsoleSources sources, Clock clock) {
        this.audit = sources.audit();
        this.looks = sources.looks();
        this.reading = new HourlyEntries(audit, clock);
        this.clock = clock;
    }

    Reply entries(Question question) {
        question.allow("who", "action", "kind", "id", "from", "to", "before", "limit", "columns");
        TableFile type = question.file();
        if (type != null) {
            Reply file = file(question, type);
            audit.append(looked(question, "file").change(null, askedFor(question)));
            return file;
        }
        // The page was read before, so it does not begin with that it is being read.
        JsonObject page = page(question);
        reading.append(looked(question, "entries"));
        return Reply.ok(page);
    }

    private static AuditDraft looked(Question question, String what) {
        return question.draft(AuditAction.LOOKED).on(KIND, what);
    }

    /** By what the entries of a file were chosen. */
    private static ObjectNode askedFor(Question question) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        question.query().forEach(asked::put);
        return asked;
    }

    /** All that is asked for, or none: an audit log that ends somewhere without saying so would be no record. */
    private Reply file(Question question, TableFile type) {
        List<AuditEntry> found =
                audit.page(filter(question), question.number("before", Long.MAX_VALUE), MOST_IN_FILE + 1);
        if (found.size() > MOST_IN_FILE) {
            throw Problem.badRequest(new Bilingual(
                    "所选记录超过 " + MOST_IN_FILE + " 条，文件放不下；请用 from 和 to 缩短时段，分次下载",
                    "more than " + MOST_IN_FILE
                            + " entries are asked for, too many for a file; give a shorter period by"
                            + " from and to, and take several"));
        }
        return new TableReply(question, clock, ZONE).file(AuditColumns.of(found, ZONE), "greenpark-audit-log", type);
    }

    private static AuditFilter filter(Question question) {
        return new AuditFilter(
                question.text("who").orElse(null),
                question.text("action").map(AuditAnswers::action).orElse(null),
                question.text("kind").orElse(null),
                question.text("id").orElse(null),
                start(question, "from"),
                start(question, "to"));
    }

    private JsonObject page(Question question) {
        int limit = question.integer("limit", PAGE, 1, MAX_PAGE);
        List<AuditEntry> found = audit.page(filter(question), question.number("before", Long.MAX_VALUE), limit + 1);
        List<AuditEntry> page = found.subList(0, Math.min(limit, found.size()));
        return new JsonObject()
                .put("head", audit.head().toString())
                .put("actions", Json.array(List.of(AuditAction.values()), AuditAnswers::json))
                .put("entries", Json.array(page, AuditAnswers::json))
                .put("next", found.size() > limit ? page.get(limit - 1).number() : null);
    }

    private static AuditAction action(String code) {
        return AuditAction.ofCode(code)
                .orElseThrow(() -> Parameter.wrong(
                        "action",
                        code,
                        Parameter.oneOf(Arrays.stream(AuditAction.values())
                                .map(AuditAction::code)
                                .collect(Collectors.joining(", ")))));
    }

    private static @Nullable Instant start(Question question, String name) {
        Optional<LocalDate> day = question.day(name);
        return day.map(d -> d.atStartOfDay(ZONE).toInstant()).orElse(null);
    }

    private static JsonObject json(AuditAction action) {
        return new JsonObject().put("code", action.code()).put("text", Json.words(AuditTexts.of(action)));
    }

    private static JsonObject json(AuditEntry e) {
        return new JsonObject()
                .put("number", e.number())
                .put("at", Json.time(e.at(), ZONE))
                .put("who", e.who())
                .put("origin", e.origin())
                .put("action", e.action())
                .put("kind", e.kind())
                .put("id", e.id())
                .put("before", parsed(e.before()))
                .put("after", parsed(e.after()))
                .put("why", e.why())
                .put("hash", e.hash());
    }

    private static @Nullable Object parsed(@Nullable String json) {
        return json == null ? null : io.vertx.core.json.Json.decodeValue(json);
    }

    /** Who looked at what, by hour. */
    JsonObject looks(Question question) {
        question.allow("who", "kind", "id", "from", "to", "limit");
        Instant now = clock.instant();
        Instant from = Optional.ofNullable(start(question, "from")).orElse(Instant.EPOCH);
        Instant to = Optional.ofNullable(start(question, "to")).orElse(now.plusSeconds(1));
        List<Look> found = looks.newest(
                question.text("who").orElse(null),
                object(question),
                from,
                to,
                question.integer("limit", PAGE, 1, MAX_PAGE));
        reading.append(looked(question, "looks"));
        return new JsonObject().put("looks", Json.array(found, AuditAnswers::json));
    }

    /** One object, which takes its kind and its id. */
    private static @Nullable AuditObject object(Question question) {
        Optional<String> kind = question.text("kind");
        Optional<String> id = question.text("id");
        if (kind.isPresent() != id.isPresent()) {
            throw Parameter.missing(
                    kind.isPresent() ? "id" : "kind",
                    new Bilingual("对象的类型和编号", "both the kind and the id of an object"));
        }
        return kind.map(of -> new AuditObject(of, id.orElseThrow())).orElse(null);
    }

    private static JsonObject json(Look look) {
        return new JsonObject()
                .put("who", look.person())
                .put("kind", look.object().kind())
                .put("id", look.object().id())
                .put("count", look.count())
                .put("first", Json.time(look.first(), ZONE))
                .put("last", Json.time(look.last(), ZONE));
    }

    /** Whether every entry is as it was written, up to one that was noted if there is one. */
    JsonObject check(Question question) {
        question.allow("head");
        AuditHead noted = question.text("head")
                .map(text -> AuditHead.parse(text)
                        .orElseThrow(() -> Parameter.wrong(
                                "head", text, new Bilingual("记录下的 编号:哈希", "a number and a hash as noted, 17:0a1b..."))))
                .orElse(null);
        AuditCheck check = audit.verify(noted);
        reading.append(looked(question, "check"));
        return new JsonObject()
                .put("fits", check.fits())
                .put("entries", check.entries())
                .put("from", Json.time(check.from(), ZONE))
                .put("until", Json.time(check.until(), ZONE))
                .put("last", check.last().toString())
                .put("fault", check.fault() == null ? null : check.fault().toString());
    }
}
