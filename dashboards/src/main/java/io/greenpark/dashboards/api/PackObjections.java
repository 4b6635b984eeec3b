package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise objects to in a pack's time: what is about figures of that time or cases of the pack, and what was filed or waited then. As the API says it to
 * whoever asks: the same JSON, so no more.
 */
final class PackObjections {
    static final String FILE = "objections/objections.csv";

    private static final List<String> HEADINGS = List.of(
            "编号 number",
            "事项类别 kind",
            "对象 id",
            "开始 from",
            "结束 to",
            "异议事项 about",
            "理由 reason",
            "提出时间 filed at",
            "提出人 filed by",
            "期限 due on",
            "逾期 overdue",
            "状态 state",
            "决定时间 decided at",
            "决定人 decided by",
            "决定说明 words",
            "依据 basis",
            "成立时段起 right from",
            "成立时段止 right to",
            "效果 effect");

    private final ConsoleSources sources;
    private final Viewer viewer;
    private final Instant now;
    private final List<Objection> objections;
    private final MarkedRows marked;

    PackObjections(
            ConsoleSources sources, Viewer viewer, String enterprise, PackSpan span, List<Case> cases, Instant now) {
        this.sources = sources;
        this.viewer = viewer;
        this.now = now;
        Set<String> caseIds = cases.stream().map(Case::id).collect(Collectors.toSet());
        this.objections = sources.objections().in(EnumSet.allOf(ObjectionState.class)).stream()
                .filter(one -> one.enterpriseId().equals(enterprise) && isOf(one, span, caseIds))
                .toList();
        this.marked = new MarkedRows(objections);
    }

    private static boolean isOf(Objection one, PackSpan span, Collection<String> cases) {
        Thing thing = one.thing();
        if (thing.kind().isFigure()
                && meets(Objects.requireNonNull(thing.from()), Objects.requireNonNull(thing.to()), span)) {
            return true;
        }
        if (thing.kind() == ThingKind.CASE && cases.contains(thing.id())) {
            return true;
        }
        Ending ending = one.ending();
        return one.filedAt().isBefore(span.end())
                && (ending == null || !ending.at().isBefore(span.begin()));
    }

    private static boolean meets(Instant from, Instant to, PackSpan span) {
        return from.isBefore(span.end()) && to.isAfter(span.begin());
    }

    int count() {
        return objections.size();
    }

    long count(ObjectionState state) {
        return objections.stream().filter(one -> one.state() == state).count();
    }

    /** What their documents belong to. */
    List<DocumentOwner> owners() {
        return objections.stream()
                .map(one -> new DocumentOwner(Objection.OWNER_KIND, one.number()))
                .toList();
    }

    MarkedRows marked() {
        return marked;
    }

    void write(PackWriter pack) throws IOException {
        Parks parks = new Parks(sources.registry());
        ObjectionJson json = new ObjectionJson(parks, sources.identities().accounts());
        boolean staff = CaseStaff.isStaff(viewer);
        pack.add(
                FILE,
                out -> PackCsv.write(
                        out,
                        HEADINGS,
                        csv -> objections.forEach(
                                one -> csv.row(row(one, json.of(ObjectionRow.of(one, parks, now), staff))))));
    }

    private static @Nullable Object[] row(Objection one, JsonObject told) {
        JsonObject thing = told.getJsonObject("thing");
        JsonObject ending = told.getJsonObject("ending");
        JsonObject by = ending == null ? null : ending.getJsonObject("by");
        return new @Nullable Object[] {
            one.number(),
            told.getString("kind"),
            thing.getString("id"),
            thing.getString("from"),
            thing.getString("to"),
            said(both(told.getJsonObject("name"))),
            said(told.getString("reason")),
            told.getString("filedAt"),
            said(told.getString("filedBy")),
            told.getString("dueOn"),
            told.getBoolean("overdue"),
            told.getString("state"),
            ending == null ? null : ending.getString("at"),
            said(by == null ? null : both(by)),
            said(ending == null ? null : ending.getString("words")),
            said(ending == null ? null : ending.getString("basis")),
            ending == null ? null : ending.getString("from"),
            ending == null ? null : ending.getString("to"),
            both(Json.name(ObjectionTexts.effect(one)))
        };
    }

    private static String both(JsonObject name) {
        String zh = name.getString("zh");
        String en = name.getString("en");
        return zh.equals(en) ? zh : zh + " / " + en;
    }

    private static String said(@Nullable String text) {
        return PackCsv.said(text == null ? null : PackLooks.masked(text));
    }

    /** What is written beside a figure that is objected to: number and state, an open objection first, withdrawn ones never. */
    static final class MarkedRows {
        private final List<Objection> objections;

        private MarkedRows(List<Objection> objections) {
            this.objections = objections.stream()
                    .filter(one -> one.thing().kind().isFigure() && one.state() != ObjectionState.WITHDRAWN)
                    .toList();
        }

        /** Of a figure of a time; empty where there is none. */
        String of(ThingKind kind, String id, Instant from, Instant to) {
            return objections.stream()
                    .filter(one ->
                            one.thing().kind() == kind && one.thing().id().equals(id))
                    .filter(one -> Objects.requireNonNull(one.thing().from()).isBefore(to)
                            && Objects.requireNonNull(one.thing().to()).isAfter(from))
                    .map(one -> new ObjectionMark(one.number(), one.state()))
                    .map(mark -> mark.number() + " " + mark.state().name())
                    .collect(Collectors.joining("; "));
        }
    }
}
