package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.objection.desk.ObjectionDesk.Decider;
import io.greenpark.objection.desk.ObjectionDesk.Filing;
import io.greenpark.objection.desk.ObjectionDesk.Ruling;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.paper.pack.PackCheck;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.document.SampleFiles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inspection packs hold what the asker may see, and can be proved. */
class PacksTest {
    private static final String CASE = "x-1";
    private static final String ENTERPRISE = "xinghua-brick";

    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person li;
    private Person contact;
    private Person foreigner;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        contact = of("zhang", ENTERPRISE);
        foreigner = of("zhou", "lvyuan-food");
        BookedCases.raise(console, CASE, "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", ENTERPRISE);
        StoredDocument photo = ((Done<StoredDocument>) console.sources()
                        .attachments()
                        .keep(new NewUpload("喷枪.txt", 5, null, null, "zhang"), SampleFiles.utf8("photo")))
                .value();
        act(
                contact,
                "answer",
                new JsonObject()
                        .put("cause", "treatment")
                        .put("from", "2026-11-23T18:00")
                        .put("measures", "更换加药泵")
                        .put("responsible", "张工")
                        .put("attachments", new JsonArray().add(photo.id())));
        act(li, "comment", new JsonObject().put("word", "内部意见 13812345678"));
    }

    private Person of(String name, String enterprise) {
        return Person.with(
                console, name, Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(enterprise)))));
    }

    private void act(Person by, String action, JsonObject details) {
        int seen = new JsonObject(by.get("/alerts/" + CASE).body())
                .getJsonObject("handling")
                .getInteger("lastStep");
        HttpResponse<String> answer = by.post(
                "/alerts/" + CASE + "/actions",
                new JsonObject().put("action", action).put("seen", seen).put("details", details));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject order(String enterprise) {
        return new JsonObject()
                .put("enterprise", enterprise)
                .put("from", "2026-10-01")
                .put("to", "2026-11-23")
                .put("reason", "现场检查");
    }

    private static JsonObject made(Person by) {
        HttpResponse<String> answer = by.post("/inspection-packs", order(ENTERPRISE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = new JsonObject(answer.body()).getString("id");
        JsonObject pack = new JsonObject(answer.body());
        while (List.of("WAITING", "RUNNING").contains(pack.getString("state"))) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            pack = new JsonObject(by.get("/inspection-packs/" + id).body());
        }
        assertThat(pack.getString("state")).as(pack.encode()).isEqualTo("READY");
        return pack;
    }

    private Path fetched(Person by, JsonObject pack) throws Exception {
        HttpResponse<byte[]> answer = by.file("/inspection-packs/" + pack.getString("id") + "/content");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"greenpark-pack-xinghua-brick-2026-10-01-2026-11-23.zip\"");
        assertThat(answer.body()).hasSize(pack.getInteger("size"));
        return Files.write(dir.resolve(by.name() + ".zip"), answer.body());
    }

    private static String text(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(Path zip, String start) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.stream()
                    .filter(e -> e.getName().startsWith(start))
                    .findFirst()
                    .orElseThrow();
            return file.getInputStream(entry).readAllBytes();
        }
    }

    @Test
    void an_officers_pack_has_all_and_its_hash_is_on_record_with_the_reason() throws Exception {
        li.get("/enterprises/" + ENTERPRISE);
        JsonObject pack = made(li);
        Path zip = fetched(li, pack);
        PackCheck check = PackCheck.of(zip);
        assertThat(check.faults()).isEmpty();
        assertThat(check.sha256()).isEqualTo(pack.getString("sha256"));
        assertThat(check.files()).isEqualTo(pack.getInteger("files"));
        AuditEntry entry = entries(AuditAction.PACK_MADE).get(0);
        assertThat(entry.id()).isEqualTo(pack.getString("id"));
        assertThat(entry.after()).contains(check.sha256());
        assertThat(entry.why()).isEqualTo("现场检查");
        assertThat(entries(AuditAction.PACK_ORDERED)).hasSize(1);
        assertThat(entries(AuditAction.PACK_FETCHED)).hasSize(1);

        assertThat(text(zip, "data/discharge/xinghua-brick.stack-1.nox-hour.csv")
                        .lines())
                .hasSizeGreaterThan(100);
        assertThat(text(zip, "data/energy/day.csv").lines()).hasSize(55);
        assertThat(text(zip, "cases/cases.csv")).contains("YJ-2026-0001");
        assertThat(text(zip, "cases/steps.csv")).contains("更换加药泵").contains("内部意见");
        assertThat(text(zip, "registry/limit.json")).contains("xinghua-brick.stack-1.nox");
        assertThat(text(zip, "registry/outlet.json")).contains("inForceFrom");
        assertThat(text(zip, "access/looks.csv")).contains("enterprise,xinghua-brick,1");
        assertThat(text(zip, "access/acts.csv")).contains("case.handled");
        assertThat(text(zip, "attachments/attachments.csv")).contains("喷枪.txt");
        assertThat(PdfText.of(bytes(zip, "cases/dossiers/"))).contains("YJ-2026-0001");
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", "summary.pdf"), bytes(zip, "summary.pdf"));
        assertThat(PdfText.of(bytes(zip, "summary.pdf")))
                .contains("Inspection pack: summary")
                .contains("mg/m³");
    }

    private List<AuditEntry> entries(AuditAction action) {
        return console.sources().audit().page(AuditFilter.ALL.of(action), Long.MAX_VALUE, 10);
    }

    @Test
    void an_enterprises_pack_has_its_own_view_and_neither_side_sees_the_others() throws Exception {
        JsonObject pack = made(contact);
        Path zip = fetched(contact, pack);
        assertThat(PackCheck.of(zip).faults()).isEmpty();
        assertThat(text(zip, "cases/steps.csv")).contains("更换加药泵").doesNotContain("内部意见");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.getEntry("access/acts.csv")).isNull();
        }
        assertThat(text(zip, "registry/outlet.json")).doesNotContain("\"who\"");
        String path = "/inspection-packs/" + pack.getString("id");
        assertThat(li.get(path).statusCode()).isEqualTo(404);
        assertThat(foreigner.get(path).statusCode()).isEqualTo(404);
        assertThat(foreigner.get(path + "/content").statusCode()).isEqualTo(404);
        assertThat(packs(foreigner)).isEmpty();
        assertThat(packs(li)).isEmpty();
        assertThat(packs(contact)).hasSize(1);
        String theirs = made(li).getString("id");
        assertThat(contact.get("/inspection-packs/" + theirs).statusCode()).isEqualTo(404);
    }

    /** A mark with a photo that an officer takes as true, and an objection to a day with it and one to the energy of October that wait. */
    private String said() throws Exception {
        StoredDocument record = ((Done<StoredDocument>) console.sources()
                        .attachments()
                        .keep(new NewUpload("校准记录.txt", 6, null, null, "zhang"), SampleFiles.utf8("record")))
                .value();
        JsonObject made = good(contact.post(
                "/marks",
                new JsonObject()
                        .put("scope", "outlet")
                        .put("target", "xinghua-brick.stack-1")
                        .put("kind", "calibration")
                        .put("from", "2026-11-23T19:00")
                        .put("to", "2026-11-23T20:00")
                        .put("files", new JsonArray().add(record.id()))
                        .put("reason", "校准，电话 13812345678")));
        String id = made.getString("id");
        good(li.post(
                "/marks/" + id + "/decision",
                new JsonObject().put("accept", true).put("reason", "记录属实")));
        ObjectionDesk desk = console.sources().objections();
        desk.file(objection(
                Thing.mean("xinghua-brick.stack-1.nox", Step.HOUR, at("2026-11-23T18:00"), at("2026-11-23T19:00")),
                "仪器故障"));
        Thing october = new Thing(ThingKind.ENERGY, ENTERPRISE, at("2026-10-01T00:00"), at("2026-11-01T00:00"));
        Objection energy =
                Objects.requireNonNull(desk.file(objection(october, "电表倍率有误")).now());
        Ruling ruling = new Ruling(ObjectionState.REJECTED, "倍率经核对无误", "核对记录", null);
        assertThat(desk.decide(energy.number(), 1, new Decider("wang.wei", "wang"), ruling)
                        .refusal())
                .isNull();
        return id;
    }

    private static Filing objection(Thing thing, String reason) {
        return new Filing(ENTERPRISE, thing, Bilingual.same(thing.id()), reason, "zhang");
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    @Test
    void marks_and_objections_are_in_it_and_beside_the_figures_and_either_side_reads_what_the_api_says()
            throws Exception {
        String mark = said();
        Path office = fetched(li, made(li));
        Path own = fetched(contact, made(contact));
        for (Path zip : List.of(office, own)) {
            assertThat(text(zip, "attachments/attachments.csv")).contains("校准记录.txt,mark," + mark);
            assertThat(PackCheck.of(zip).faults()).isEmpty();
            assertThat(text(zip, "marks/marks.csv"))
                    .contains(mark)
                    .contains("calibration")
                    .contains("138****5678")
                    .doesNotContain("13812345678")
                    .contains("accepted,invalid")
                    .contains("记录属实");
            assertThat(text(zip, "objections/objections.csv"))
                    .contains("MEAN")
                    .contains("仪器故障")
                    .contains("ENERGY")
                    .contains("倍率经核对无误");
            String hours = text(zip, "data/discharge/xinghua-brick.stack-1.nox-hour.csv");
            assertThat(line(hours, "2026-11-23T19:00")).contains(mark + " accepted,invalid,");
            assertThat(line(hours, "2026-11-23T18:00")).contains("YY-2026-").endsWith("OPEN");
            assertThat(line(hours, "2026-11-22T17:00")).endsWith(",,,");
            assertThat(line(text(zip, "data/energy/month.csv"), "2026-10")).contains("REJECTED");
            assertThat(line(text(zip, "data/energy/month.csv"), "2026-11")).endsWith(",");
            assertThat(PdfText.of(bytes(zip, "summary.pdf")))
                    .contains("Marks of own data")
                    .contains("Accepted 1")
                    .contains("marks/marks.csv")
                    .contains("objections/objections.csv");
        }
        assertThat(text(office, "objections/objections.csv")).contains("wang.wei");
        assertThat(text(own, "objections/objections.csv")).doesNotContain("wang.wei");
        assertThat(line(text(own, "marks/marks.csv"), mark))
                .as("who of the office decided is told the office alone")
                .contains("T20:40:00+08:00,,记录属实");
        assertThat(line(text(office, "marks/marks.csv"), mark)).doesNotContain(",,记录属实");
    }

    private static String line(String csv, String start) {
        return csv.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    }

    private static JsonArray packs(Person by) {
        return new JsonObject(by.get("/inspection-packs").body()).getJsonArray("rows");
    }

    @Test
    void what_cannot_be_made_is_refused_with_words() {
        assertThat(foreigner.post("/inspection-packs", order(ENTERPRISE)).statusCode())
                .isEqualTo(404);
        JsonObject late = order(ENTERPRISE).put("to", "2026-12-31");
        assertThat(li.post("/inspection-packs", late).body()).contains("not after today");
        JsonObject unsaid = order(ENTERPRISE);
        unsaid.remove("reason");
        assertThat(li.post("/inspection-packs", unsaid).statusCode()).isEqualTo(400);
        Person grid = Person.with(console, "wu", Set.of(new Grant(Role.GRID_OFFICER, Scope.parks(Set.of("xiaoshun")))));
        assertThat(grid.post("/inspection-packs", order(ENTERPRISE)).statusCode())
                .isEqualTo(403);
    }
}
