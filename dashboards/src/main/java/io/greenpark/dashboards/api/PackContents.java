package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditObject;
import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.pack.Pack;
import io.greenpark.dashboards.pack.Packs;
import io.greenpark.dashboards.pack.Packs.Progress;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.paper.pdf.PdfWriter;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an inspection pack: of one enterprise and some days what whoever asks sees of them, part by part. */
final class PackContents implements Packs.Work {
    private final ConsoleSources sources;
    private final DossierAnswers dossiers;
    private final Viewer viewer;
    private final Locale language;
    private final PackSpan span;
    private final String enterprise;
    private final Clock clock;

    /** @param sources as whoever asks sees them */
    PackContents(
            ConsoleSources sources,
            DossierAnswers dossiers,
            Viewer viewer,
            Locale language,
            String enterprise,
            PackSpan span,
            Clock clock) {
        this.sources = sources;
        this.dossiers = dossiers;
        this.viewer = viewer;
        this.language = language;
        this.enterprise = enterprise;
        this.span = span;
        this.clock = clock;
    }

    /** A part with what it is called. */
    private record Part(Bilingual name, Writing writing) {
        @FunctionalInterface
        interface Writing {
            void to(PackWriter pack) throws IOException;
        }
    }

    @Override
    public void write(Pack about, PackWriter pack, Progress progress) throws IOException {
        List<Point> points = sources.registry().current().pointsOfEnterprise(enterprise).stream()
                .filter(point -> point.outletId() != null)
                .toList();
        List<Case> cases = PackCases.of(sources, enterprise, span);
        PackMarks marks = new PackMarks(sources, viewer, enterprise, span, clock.instant());
        PackObjections objections = new PackObjections(sources, viewer, enterprise, span, cases, clock.instant());
        PackSummary summary = new PackSummary(sources, enterprise, span, language, clock);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(new Bilingual("说明", "what it is"), out -> {
            out.add("README.txt", summary.readMe(about));
            out.add("pack.json", json(about).encodePrettily());
            byte[] pdf = PdfWriter.bytes(summary.paper(about, cases, marks, objections, viewer));
            out.add("summary.pdf", to -> to.write(pdf));
        }));
        figures(parts, points, marks, objections);
        cases(parts, cases);
        parts.add(new Part(new Bilingual("数据标记", "marks of own data"), marks::write));
        parts.add(new Part(new Bilingual("企业异议", "objections"), objections::write));
        rest(parts, cases, marks, objections, about.order().ofOffice());
        for (int i = 0; i < parts.size(); i++) {
            progress.at(i, parts.size(), parts.get(i).name());
            parts.get(i).writing().to(pack);
        }
        progress.at(parts.size(), parts.size(), new Bilingual("校验清单", "list of hashes"));
    }

    private void figures(List<Part> parts, List<Point> points, PackMarks marks, PackObjections objections) {
        PackTables tables = new PackTables(sources, span, marks, objections.marked());
        for (Point point : points) {
            parts.add(new Part(
                    new Bilingual(
                            "排放数据：" + point.name().zh(),
                            "discharge: " + point.name().en()),
                    out -> tables.means(out, point)));
        }
        parts.add(new Part(new Bilingual("能耗数据", "energy"), out -> tables.energy(out, enterprise)));
    }

    private void cases(List<Part> parts, List<Case> cases) {
        PackCases writer = new PackCases(sources, dossiers, viewer, language, clock);
        for (Case c : cases) {
            parts.add(new Part(new Bilingual("预警事件案卷", "dossiers of cases"), out -> writer.one(out, c)));
        }
        parts.add(new Part(new Bilingual("预警清单", "lists of cases"), out -> writer.lists(out, cases)));
    }

    private void rest(
            List<Part> parts, List<Case> cases, PackMarks marks, PackObjections objections, boolean ofOffice) {
        PackRegistry registry = new PackRegistry(sources, enterprise, span, ofOffice);
        parts.add(new Part(new Bilingual("登记信息", "registry"), registry::write));
        PackLooks looks = new PackLooks(sources, viewer, span);
        parts.add(new Part(new Bilingual("查看记录", "who looked"), out -> looks.looks(out, objects(registry, cases))));
        if (ofOffice) {
            parts.add(
                    new Part(new Bilingual("操作记录", "who did what"), out -> looks.acts(out, objects(registry, cases))));
        }
        // What is said of a time is said after it: files of marks and objections belong to them whenever they came.
        List<DocumentOwner> said = new ArrayList<>(marks.owners());
        said.addAll(objections.owners());
        parts.add(new Part(new Bilingual("附件", "files"), out -> new PackFiles(sources, viewer)
                .write(out, owners(registry, cases), span.end(), said)));
    }

    private List<AuditObject> objects(PackRegistry registry, List<Case> cases) {
        List<AuditObject> objects = new ArrayList<>();
        objects.add(new AuditObject("enterprise", enterprise));
        for (DocumentKind kind : List.of(DocumentKind.OUTLET, DocumentKind.DEVICE, DocumentKind.POINT)) {
            registry.ids(kind).forEach(id -> objects.add(new AuditObject(kind.code(), id)));
        }
        cases.forEach(c -> objects.add(new AuditObject("case", c.id())));
        return objects;
    }

    private List<DocumentOwner> owners(PackRegistry registry, List<Case> cases) {
        List<DocumentOwner> owners = new ArrayList<>();
        for (DocumentKind kind : List.of(
                DocumentKind.ENTERPRISE,
                DocumentKind.OUTLET,
                DocumentKind.DEVICE,
                DocumentKind.POINT,
                DocumentKind.LIMIT)) {
            registry.ids(kind).forEach(id -> owners.add(new DocumentOwner(kind.code(), id)));
        }
        cases.forEach(c -> owners.add(new DocumentOwner(HandlingAnswers.CASE, c.id())));
        return owners;
    }

    private JsonObject json(Pack about) {
        return new JsonObject()
                .put("format", "greenpark-inspection-pack/1")
                .put("id", about.id())
                .put("enterprise", enterprise)
                .put("from", span.from().toString())
                .put("to", span.to().toString())
                .put("zone", span.zone().getId())
                .put("view", about.order().ofOffice() ? "office" : "enterprise")
                .put("orderedAt", Json.time(about.orderedAt(), span.zone()))
                .put("by", about.order().by())
                .put("reason", about.order().reason());
    }
}
