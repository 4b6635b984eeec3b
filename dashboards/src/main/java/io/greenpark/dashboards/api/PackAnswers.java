package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.pack.Pack;
import io.greenpark.dashboards.pack.PackOrder;
import io.greenpark.dashboards.pack.Packs;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.pack.PackSeal;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Inspection packs: asked for with a reason, made in the background, fetched as files. The authority's have what the authority sees, an enterprise's what it does; neither is
 * shown the other's.
 */
final class PackAnswers {
    private static final String KIND = "inspection-pack";

    /** Three years, as long as the record of who did what is kept by default. */
    private static final int MOST_DAYS = 1_096;

    private final ConsoleSources sources;
    private final Parks parks;
    private final DossierAnswers dossiers;
    private final CaseStaff staff;
    private final Packs packs;
    private final AuditLog audit;
    private final Clock clock;

    PackAnswers(ConsoleSources sources, DossierAnswers dossiers, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.dossiers = dossiers;
        this.staff = new CaseStaff(sources.identities());
        this.packs = sources.packs();
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow();
        List<Pack> seen = packs.all().stream()
                .filter(pack -> isSeen(pack, question.viewer()))
                .toList();
        return new JsonObject().put("rows", Json.array(seen, pack -> json(pack, question.viewer())));
    }

    JsonObject one(Question question) {
        question.allow();
        return json(find(question), question.viewer());
    }

    private Pack find(Question question) {
        return packs.find(question.id())
                .filter(pack -> isSeen(pack, question.viewer()))
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有检查包 \"" + question.id() + "\"，或已过保存期；现有的见 /api/v1/inspection-packs",
                        "there is no inspection pack \"" + question.id()
                                + "\", or it was kept long enough; /api/v1/inspection-packs lists those that are")));
    }

    private boolean isSeen(Pack pack, Viewer viewer) {
        return parks.registry().enterprise(pack.order().enterprise()).isPresent()
                && pack.order().ofOffice() == CaseStaff.isStaff(viewer);
    }

    JsonObject order(Question question) {
        question.allow();
        RequestBody body = new RequestBody(question, "enterprise", "from", "to", "reason");
        String enterprise = parks.enterprise(body.text("enterprise")).id();
        PackSpan span = span(body, parks.zoneOf(enterprise));
        Viewer viewer = question.viewer();
        PackOrder order = new PackOrder(
                enterprise, span.from(), span.to(), CaseStaff.isStaff(viewer), viewer.person(), body.reason());
        if (PackCases.of(sources, enterprise, span).size() > PackCases.MOST) {
            throw Problem.badRequest(new Bilingual(
                    "该时段有超过 " + PackCases.MOST + " 件预警事件，请缩短时段，分次生成",
                    "the period has more than " + PackCases.MOST
                            + " cases; ask for shorter ones, one after the other"));
        }
        PackContents contents =
                new PackContents(sources, dossiers, viewer, question.language(), enterprise, span, clock);
        AuditDraft made = question.draft(AuditAction.PACK_MADE).because(order.reason());
        try {
            Pack pack = packs.order(order, contents, ready -> audit.append(sealed(made, ready)))
                    .orElseThrow(PackAnswers::busy);
            audit.append(question.draft(AuditAction.PACK_ORDERED)
                    .on(KIND, pack.id())
                    .change(null, record(order))
                    .because(order.reason()));
            return json(pack, viewer);
        } catch (IOException e) {
            throw new UncheckedIOException("inspection packs cannot be written", e);
        }
    }

    private PackSpan span(RequestBody body, ZoneId zone) {
        LocalDate from = Dates.day("from", body.text("from"));
        LocalDate to = Dates.day("to", body.text("to"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS || to.isAfter(today)) {
            throw Problem.badRequest(new Bilingual(
                    "时段 \"" + from + "\" 至 \"" + to + "\" 不可用；from 不晚于 to，to 不晚于今天（" + today + "），最多 " + MOST_DAYS
                            + " 天",
                    "the period \"" + from + "\" to \"" + to
                            + "\" is not allowed; from is not after to, to not after today (" + today
                            + "), and there are at most " + MOST_DAYS + " days"));
        }
        return new PackSpan(from, to, zone);
    }

    private static Problem busy() {
        return Problem.of(
                503,
                new Bilingual("正在生成的检查包过多", "too many packs"),
                new Bilingual("已有多个检查包在排队生成；请几分钟后再试", "several packs wait to be made; ask again in some minutes"));
    }

    private static ObjectNode record(PackOrder order) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("enterprise", order.enterprise())
                .put("from", order.from().toString())
                .put("to", order.to().toString())
                .put("view", order.ofOffice() ? "office" : "enterprise");
    }

    private static AuditDraft sealed(AuditDraft made, Pack ready) {
        PackSeal seal = Objects.requireNonNull(ready.seal());
        return made.on(KIND, ready.id())
                .change(
                        null,
                        record(ready.order())
                                .put("sha256", seal.sha256())
                                .put("files", seal.files())
                                .put("bytes", seal.bytes()));
    }

    /**
     * A file to be sent.
     *
     * @param name what it is saved as, in ASCII
     */
    record PackFile(Path path, String name) {}

    PackFile content(Question question) {
        question.allow();
        Pack pack = find(question);
        Path path = packs.file(pack);
        if (path == null) {
            throw Problem.of(
                    409,
                    new Bilingual("尚未生成", "not ready"),
                    new Bilingual(
                            "检查包尚未生成完毕，或生成失败；进度见 /api/v1/inspection-packs/" + pack.id(),
                            "the pack is not ready, or failed; /api/v1/inspection-packs/" + pack.id()
                                    + " says how far it is"));
        }
        audit.append(
                question.draft(AuditAction.PACK_FETCHED).on(KIND, pack.id()).change(null, record(pack.order())));
        PackOrder order = pack.order();
        String name = "greenpark-pack-" + order.enterprise().replaceAll("[^A-Za-z0-9.-]", "_") + "-" + order.from()
                + "-" + order.to() + ".zip";
        return new PackFile(path, name);
    }

    private JsonObject json(Pack pack, Viewer viewer) {
        PackOrder order = pack.order();
        PackSeal seal = pack.seal();
        ZoneId zone = parks.zoneOf(order.enterprise());
        Bilingual now = pack.now();
        Bilingual fault = pack.fault();
        return new JsonObject()
                .put("id", pack.id())
                .put("enterprise", parks.named(order.enterprise()))
                .put("from", order.from().toString())
                .put("to", order.to().toString())
                .put("by", staff.shown(order.by(), viewer))
                .put("reason", order.reason())
                .put("orderedAt", Json.time(pack.orderedAt(), zone))
                .put("state", pack.state().name())
                .put("done", pack.done())
                .put("parts", pack.parts())
                .put("now", now == null ? null : Json.name(now))
                .put("sha256", seal == null ? null : seal.sha256())
                .put("files", seal == null ? null : seal.files())
                .put("size", seal == null ? null : pack.size())
                .put("endedAt", Json.time(pack.endedAt(), zone))
                .put("fault", fault == null ? null : Json.name(fault));
    }
}
