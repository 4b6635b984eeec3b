package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.link.CaseLink;
import io.greenpark.alerts.link.CaseLinkTable;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact of an enterprise who is told of a case by mail, with the link of that message. */
record ToldContact(SampleConsole console, Person officer, String enterprise, String name, String email) {
    /** Enters it into the registry. */
    ToldContact added() {
        change(
                "put",
                new JsonObject()
                        .put("scope", "enterprise")
                        .put("subject", enterprise)
                        .put("name", name)
                        .put("email", email));
        return this;
    }

    /** Takes it out. */
    void removed() {
        change("remove", null);
    }

    private void change(String verb, @Nullable JsonObject document) {
        JsonObject edit = new JsonObject()
                .put("kind", "contact")
                .put("id", "enterprise:" + enterprise + ":" + name)
                .put("verb", verb);
        if (document != null) {
            edit.put("document", document);
        }
        HttpResponse<String> answer = officer.post(
                "/registry/changes", new JsonObject().put("reason", "new").put("edits", new JsonArray().add(edit)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** What stands in the link of a message about a case that was sent at a time. */
    String link(String caseId, Instant at) {
        return link(console, caseId, name, email, at);
    }

    /** The same of anybody. */
    static String link(SampleConsole console, String caseId, String name, String email, Instant at) {
        String ref = console.caseLinks().ref(caseId, "mail", email);
        console.sources().books().write(tx -> {
            CaseLinkTable.put(tx.handle(), new CaseLink(ref, caseId, "mail", email, name, "m-1"), at);
            return true;
        });
        return console.caseLinks().write(ref, at);
    }
}
