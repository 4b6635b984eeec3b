package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.document.SampleFiles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dossier of a case says what the asker may know, on paper. */
class DossierTest {
    private static final Path KEPT = Path.of("target", "papers");
    private static final String CASE = "x-1";

    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person li;
    private Person contact;
    private StoredDocument photo;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        contact = Person.with(
                console,
                "zhang",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        BookedCases.raise(console, CASE, "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
        photo = ((Done<StoredDocument>) console.sources()
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
        act(li, "comment", new JsonObject().put("word", "内部意见：上月也发生过"));
        act(
                li,
                "verify",
                new JsonObject().put("site", "off-site").put("confirmed", true).put("finding", "核查结论"));
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

    /** As the authority reads it. */
    private String whoVerified() {
        JsonArray steps = new JsonObject(li.get("/alerts/" + CASE).body()).getJsonArray("steps");
        return steps.getJsonObject(steps.size() - 1).getString("by");
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void an_officer_reads_all_of_it_in_the_language_asked_for() throws Exception {
        HttpResponse<byte[]> answer = li.file("/alerts/" + CASE + "/dossier");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"greenpark-YJ-2026-0001.pdf\"");
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve("dossier.pdf"), answer.body());
        assertThat(PdfText.of(answer.body()))
                .contains("预警事件案卷 YJ-2026-0001")
                .contains("橙色")
                .contains("120 mg/m³")
                .contains("更换加药泵")
                .contains("内部意见：上月也发生过")
                .contains("核查结论")
                .contains(whoVerified())
                .contains("喷枪.txt")
                .contains(photo.sha256());
        assertThat(li.get("/alerts/" + CASE + "/dossier", "application/pdf").body())
                .contains("Dossier of a case YJ-2026-0001")
                .contains("Answered")
                .contains(photo.sha256());
    }

    @Test
    void the_copy_of_an_enterprise_names_nobody_of_the_authority_and_has_no_internal_steps() throws Exception {
        String text = PdfText.of(contact.file("/alerts/" + CASE + "/dossier").body());
        assertThat(text)
                .contains("YJ-2026-0001")
                .contains("更换加药泵")
                .contains(photo.sha256())
                .doesNotContain("内部意见")
                .doesNotContain("核查结论")
                .doesNotContain(whoVerified())
                .doesNotContain("li.na");
    }

    @Test
    void anothers_case_has_no_dossier() {
        Person foreigner = Person.with(
                console, "zhou", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
        assertThat(foreigner.get("/alerts/" + CASE + "/dossier").statusCode()).isEqualTo(404);
    }
}
