package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with devices of two enterprises behind it: what each of them reads of it and does to it. */
class SharedGatewayTest {
    private static final String GATEWAY = "gateway-fucun-1";
    private static final String OWN = "lvyuan-food.steam";
    private static final String FOREIGN = "xinghua-brick.stack-1";

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person district;
    private Person part;
    private Person both;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, MarkedDistrict.whole(), ConsoleSources::within, Set.of(ReviewedMatter.LIMIT));
        district = Person.with(console, "all", Set.of(Grant.everywhere(Role.OFFICER)));
        part = officer("part", "lvyuan-food");
        both = officer("both", "lvyuan-food", "xinghua-brick");
        assertThat(change(district, behind(OWN, GATEWAY), behind(FOREIGN, GATEWAY))
                        .statusCode())
                .isEqualTo(200);
    }

    private Person officer(String name, String... enterprises) {
        return Person.with(console, name, Set.of(new Grant(Role.OFFICER, Scope.enterprises(Set.of(enterprises)))));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject edit(String kind, String id, String verb, JsonObject document) {
        return new JsonObject()
                .put("kind", kind)
                .put("id", id)
                .put("verb", verb)
                .put("document", document);
    }

    private static JsonObject behind(String device, String gateway) {
        return edit("device", device, "patch", new JsonObject().put("gateway", gateway));
    }

    private static JsonObject named(String name) {
        return edit("gateway", GATEWAY, "patch", new JsonObject().put("name", new JsonObject().put("en", name)));
    }

    private static JsonObject body(JsonObject... edits) {
        return new JsonObject().put("reason", "wiring").put("edits", new JsonArray(List.of(edits)));
    }

    private static HttpResponse<String> change(Person who, JsonObject... edits) {
        return who.post("/registry/changes", body(edits));
    }

    private String name() {
        return console.sources()
                .registry()
                .current()
                .gateway(GATEWAY)
                .map(Gateway::name)
                .orElseThrow()
                .en();
    }

    private String gatewayOf(String device) {
        return console.sources()
                .registry()
                .current()
                .device(device)
                .map(Device::gatewayId)
                .orElse(null);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("holds for all of gateway").doesNotContain("xinghua");
    }

    @Test
    void its_name_is_changed_by_who_has_all_behind_it() {
        String before = name();
        assertRefused(change(part, named("Mine")));
        assertRefused(change(part, behind(OWN, GATEWAY), named("Mine")));
        assertThat(name()).isEqualTo(before);
        HttpResponse<String> done = change(both, named("Ours"));
        assertThat(done.statusCode()).isEqualTo(200);
        long number = console.sources().documents().history().newest();
        assertThat(part.post("/registry/changes/" + number + "/undo", new JsonObject().put("reason", "not mine"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(name()).isEqualTo("Ours");
    }

    @Test
    void ones_own_device_is_taken_from_it_and_put_behind_it() {
        assertThat(change(part, edit("device", OWN, "patch", new JsonObject().putNull("gateway")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gatewayOf(OWN)).isNull();
        assertThat(change(part, behind(OWN, GATEWAY)).body())
                .as("with nothing behind it, it is not there")
                .isEqualTo(change(part, behind(OWN, "gateway-none")).body().replace("gateway-none", GATEWAY));
        assertThat(gatewayOf(FOREIGN)).isEqualTo(GATEWAY);
    }

    @Test
    void of_it_nothing_is_read_that_is_of_others() {
        for (String path : new String[] {
            "/gateways",
            "/gateways/" + GATEWAY,
            "/registry/gateway",
            "/registry/gateway/" + GATEWAY,
            "/registry/gateway/" + GATEWAY + "/versions"
        }) {
            HttpResponse<String> answer = part.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains(GATEWAY).doesNotContain("xinghua");
        }
    }
}
