package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.fixture.FileClient.good;
import static io.greenpark.dashboards.fixture.FileClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.FileClient;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.document.SampleFiles;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files belong to what the registry has, and are seen by who sees that. */
class AttachmentsTest {
    private static final String OWN = "lvyuan-food";
    private static final String FOREIGN = "xinghua-brick";
    private static final String METER = "hengda-tools.electricity";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static FileClient officer;
    private static FileClient contact;
    private static FileClient leader;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        officer = FileClient.with(console, "li", Set.of(Grant.everywhere(Role.OFFICER)));
        contact = FileClient.with(
                console, "wang", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN)))));
        leader = FileClient.with(console, "zhang", Set.of(Grant.everywhere(Role.LEADER)));
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static List<String> names(FileClient who, String kind, String id) {
        return good(who.get("/attachments?kind=" + kind + "&id=" + id)).getJsonArray("attachments").stream()
                .map(each -> ((JsonObject) each).getString("name"))
                .toList();
    }

    private static String file(FileClient who, String name) {
        return who.sent(name, SampleFiles.jpeg("2026:11:02 10:31:00")).getString("id");
    }

    @Test
    void a_photo_of_a_replaced_meter_is_attached_with_the_time_of_it() {
        String photo = file(officer, "meter.jpg");
        JsonObject body =
                new JsonObject().put("kind", "point").put("id", METER).put("about", "2026-11-02T10:30:00+08:00");
        JsonObject attached = good(officer.post("/attachments/" + photo + "/attach", body));
        assertThat(attached.getString("about")).isEqualTo("2026-11-02T10:30:00+08:00");
        assertThat(attached.getString("capturedAt")).isEqualTo("2026-11-02T10:31");
        assertThat(attached.getJsonObject("owner"))
                .isEqualTo(new JsonObject().put("kind", "point").put("id", METER));
        assertThat(good(officer.post("/attachments/" + photo + "/attach", body)))
                .as("asked again")
                .isEqualTo(attached);
        assertThat(refused(officer.attach(photo, "enterprise", OWN), 409)).contains("belongs to something else");
        assertThat(names(leader, "point", METER)).contains("meter.jpg");
        assertThat(entries(AuditAction.FILE_ATTACHED, photo)).hasSize(1);
        assertThat(entries(AuditAction.FILE_UPLOADED, photo)).hasSize(1);
    }

    private static List<AuditEntry> entries(AuditAction action, String id) {
        return console.sources().audit().page(AuditFilter.ALL.of(action), Long.MAX_VALUE, 1_000).stream()
                .filter(e -> id.equals(e.id()))
                .toList();
    }

    @Test
    void an_enterprise_sends_and_reads_its_own_and_hears_of_no_other() {
        String permit = file(contact, "permit.jpg");
        good(contact.attach(permit, "enterprise", OWN));
        assertThat(names(contact, "enterprise", OWN)).contains("permit.jpg");
        assertThat(contact.get("/attachments/" + permit + "/content").statusCode())
                .isEqualTo(200);

        String theirs = file(officer, "brick.jpg");
        good(officer.attach(theirs, "enterprise", FOREIGN));
        String absent = refused(contact.get("/attachments/none/content"), 404);
        assertThat(refused(contact.get("/attachments/" + theirs + "/content"), 404))
                .isEqualTo(absent.replace("none", theirs));
        String nobody = refused(contact.get("/attachments?kind=enterprise&id=none"), 404);
        assertThat(refused(contact.get("/attachments?kind=enterprise&id=" + FOREIGN), 404))
                .isEqualTo(nobody.replace("none", FOREIGN));
        String second = file(contact, "second.jpg");
        assertThat(refused(contact.attach(second, "enterprise", FOREIGN), 404))
                .isEqualTo(nobody.replace("none", FOREIGN));
        refused(contact.post("/attachments/" + permit + "/remove", new JsonObject().put("reason", "mine")), 403);
        refused(leader.post("/uploads", new JsonObject().put("name", "a").put("bytes", 1)), 403);
    }

    @Test
    void what_is_common_to_all_is_read_by_all_and_changed_by_who_has_all() {
        String set = console.registry()
                .service()
                .current()
                .facts()
                .coefficientSets()
                .get(0)
                .id();
        names(contact, "coefficient-set", set);
        String file = file(contact, "factors.jpg");
        assertThat(refused(contact.attach(file, "coefficient-set", set), 403)).contains("whole district");
        good(officer.attach(file(officer, "factors.jpg"), "coefficient-set", set));
        for (String kind : List.of("contact", "statistic", "report")) {
            assertThat(refused(officer.get("/attachments?kind=" + kind + "&id=x"), 400))
                    .contains("point, coefficient-set, target, limit");
        }
    }

    @Test
    void a_removed_file_is_hidden_with_who_and_why_on_record() {
        String photo = file(officer, "blurred.jpg");
        good(officer.attach(photo, "outlet", OWN + ".water-1"));
        refused(officer.post("/attachments/" + photo + "/remove", new JsonObject()), 400);
        good(officer.post("/attachments/" + photo + "/remove", new JsonObject().put("reason", "too blurred")));
        assertThat(names(officer, "outlet", OWN + ".water-1")).doesNotContain("blurred.jpg");
        refused(officer.get("/attachments/" + photo + "/content"), 404);
        refused(officer.post("/attachments/" + photo + "/remove", new JsonObject().put("reason", "again")), 404);
        assertThat(entries(AuditAction.FILE_REMOVED, photo)).singleElement().satisfies(e -> assertThat(e.why())
                .isEqualTo("too blurred"));
        assertThat(console.sources()
                        .attachments()
                        .onRecord(photo)
                        .orElseThrow()
                        .removed()
                        .why())
                .isEqualTo("too blurred");
    }

    @Test
    void what_is_served_acts_on_nobody() {
        String photo = file(officer, "照片 1.html");
        HttpResponse<byte[]> shown = officer.get("/attachments/" + photo + "/content");
        assertHeader(shown, "content-type", "image/jpeg");
        assertHeader(shown, "content-security-policy", "default-src 'none'; sandbox");
        assertHeader(shown, "x-content-type-options", "nosniff");
        assertHeader(shown, "cache-control", "private, no-cache");
        assertHeader(shown, "x-frame-options", "DENY");
        assertThat(shown.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("inline; filename=\"__ 1.html.jpg\"");
        assertThat(shown.headers().firstValue("content-encoding")).isEmpty();

        String text = officer.sent("values.csv", SampleFiles.utf8("a,b\n=HYPERLINK(1),2\n"))
                .getString("id");
        HttpResponse<byte[]> saved = officer.get("/attachments/" + text + "/content");
        assertHeader(saved, "content-type", "text/csv; charset=UTF-8");
        assertThat(saved.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment; filename=\"values.csv\"");

        String pdf = officer.sent("permit.pdf", SampleFiles.pdf()).getString("id");
        HttpResponse<byte[]> framed = officer.get("/attachments/" + pdf + "/content");
        assertHeader(framed, "x-frame-options", "SAMEORIGIN");
        String tag = framed.headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> again = officer.get("/attachments/" + pdf + "/content", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(officer.ask("HEAD", "/attachments/" + pdf + "/content", "text/plain", new byte[0])
                        .headers()
                        .firstValue("content-length"))
                .contains(String.valueOf(SampleFiles.pdf().length));
    }

    private static void assertHeader(HttpResponse<byte[]> answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }
}
