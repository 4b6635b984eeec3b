package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.park.Await;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on record although it changed nothing: refusals, ends of sessions, and looks at the audit log itself. */
class AuditedActsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path dir;

    private static SampleConsole console;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static List<AuditEntry> entries(String who, AuditAction action) {
        return console.sources().audit().page(AuditFilter.ALL.by(who).of(action), Long.MAX_VALUE, 100);
    }

    /** What entries of a program's key are under. */
    private static String keyOf(String user) {
        return console.identities().keys().all().stream()
                .filter(key -> key.userName().equals(user))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void what_roles_do_not_give_is_refused_and_on_record_once_an_hour() {
        Person contact = Person.with(
                console, "sun", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
        for (int i = 0; i < 20; i++) {
            assertThat(contact.get("/audit-log").statusCode()).isEqualTo(403);
        }
        assertThat(contact.post("/registry/files/reload", new JsonObject()).statusCode())
                .isEqualTo(403);
        String key = keyOf("sun");
        Await.until(
                "refusals are on record",
                () -> entries(key, AuditAction.ACCESS_REFUSED).size() == 2);
        assertThat(entries(key, AuditAction.ACCESS_REFUSED))
                .extracting(AuditEntry::kind, AuditEntry::id, AuditEntry::origin)
                .containsExactly(
                        tuple("operation", "POST /registry/files/reload", "127.0.0.1"),
                        tuple("operation", "GET /audit-log", "127.0.0.1"));
        // What is another's is answered like what is not there, on record too: nobody can tell them apart by it.
        assertThat(contact.get("/enterprises/steel-plant").statusCode()).isEqualTo(404);
        assertThat(contact.get("/enterprises/none-such").statusCode()).isEqualTo(404);
        assertThat(entries(key, AuditAction.ACCESS_REFUSED)).hasSize(2);
    }

    @Test
    void who_signs_out_ends_a_session_once() throws Exception {
        String cookie = signIn();
        for (int i = 0; i < 3; i++) {
            assertThat(send(session().header("Cookie", cookie).DELETE()).statusCode())
                    .isEqualTo(200);
        }
        // These entries are written one after the other: what a second sign-out had left would stand before the next
        // sign-in.
        signIn();
        Await.until(
                "sign-ins are on record",
                () -> entries(SampleCredentials.USER, AuditAction.SESSION_OPENED)
                                .size()
                        == 2);
        assertThat(entries(SampleCredentials.USER, AuditAction.SESSION_ENDED))
                .extracting(AuditEntry::kind, AuditEntry::id, AuditEntry::origin)
                .containsExactly(tuple("account", SampleCredentials.USER, "127.0.0.1"));
    }

    private static String signIn() throws Exception {
        JsonObject asked =
                new JsonObject().put("userName", SampleCredentials.USER).put("password", SampleCredentials.PASSWORD);
        HttpResponse<String> signedIn = send(session()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.encode())));
        assertThat(signedIn.statusCode()).isEqualTo(200);
        return signedIn.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(Access.COOKIE))
                .findFirst()
                .orElseThrow()
                .replaceAll(";.*", "");
    }

    private static HttpRequest.Builder session() {
        return HttpRequest.newBuilder(URI.create(console.url("/api/v1/session")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void who_reads_the_audit_log_is_in_it_and_each_file_is() {
        Person auditor = Person.with(console, "zhao", Set.of(Grant.everywhere(Role.AUDITOR)));
        for (int i = 0; i < 3; i++) {
            auditor.get("/audit-log?limit=5");
            auditor.get("/audit-log/looks");
            auditor.get("/audit-log/check");
            auditor.get("/audit-log?who=zhao", "text/csv");
        }
        List<AuditEntry> looked = entries(keyOf("zhao"), AuditAction.LOOKED);
        assertThat(looked)
                .extracting(AuditEntry::id)
                .containsExactlyInAnyOrder("entries", "looks", "check", "file", "file", "file");
        assertThat(looked.get(0).after()).isEqualTo("{\"who\":\"zhao\"}");
    }
}
