package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.form.SheetKind;
import io.greenpark.sheets.mapping.SheetMappings.Decision;
import io.greenpark.sheets.read.ReadResult;
import io.greenpark.sheets.read.SheetFiles;
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

/** Spreadsheets are packed, so that the marks of others are looked for in their cells. */
class SheetScopeTest {
    private static final Scope SCOPE = Scope.parks(Set.of("fucun"));

    @TempDir
    Path dir;

    private SampleConsole console;
    private Person officer;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        officer = Person.with(console, "of-a-park", Set.of(new Grant(Role.OFFICER, SCOPE)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private List<String> texts(SheetKind kind, String path) throws Exception {
        HttpResponse<byte[]> answer = officer.file(path + kind.code());
        assertThat(answer.statusCode()).isEqualTo(200);
        return ((ReadResult.Done) SheetFiles.read(answer.body()))
                .book().sheets().stream()
                        .map(Sheet::rows)
                        .flatMap(rows -> rows.values().stream())
                        .flatMap(row -> row.cells().values().stream())
                        .map(SheetCell::text)
                        .toList();
    }

    @Test
    void a_sheet_has_nothing_of_others() throws Exception {
        Registry registry = console.registry().service().current();
        for (SheetKind kind : SheetKind.values()) {
            for (String path : List.of("/sheets/", "/sheets/templates/")) {
                assertThat(texts(kind, path))
                        .as(path + kind)
                        .noneMatch(text ->
                                Marks.foreign(registry, SCOPE).ids().stream().anyMatch(text::contains));
            }
        }
        String[] own =
                registry.enterprisesOfPark("fucun").stream().map(Enterprise::id).toArray(String[]::new);
        assertThat(own).isNotEmpty();
        assertThat(texts(SheetKind.REGISTRY, "/sheets/")).contains(own);
    }

    /** Whether something is another's or is not there cannot be told by sending a sheet. */
    @Test
    void what_is_anothers_is_unknown() {
        String foreign = preview("xinghua-brick");
        assertThat(foreign).contains("look it up").doesNotContain("\"ADDED\",");
        assertThat(foreign.replace("xinghua-brick", "none-such-one")).isEqualTo(preview("none-such-one"));
    }

    /** Nor by a sheet of one's own, whatever others decided about its rows. */
    @Test
    void rows_match_nobody_elses_enterprise() {
        String sheet = "企业名称,2024年5月产值(万元)\n%s,12\n";
        JsonObject mapping = new JsonObject(officer.post("/figure-sheets/mappings", mapping(sheet.formatted("x")))
                .body());
        Registry registry = console.registry().service().current();
        String foreign =
                registry.enterprise("xinghua-brick").orElseThrow().name().zh();
        console.sources()
                .mappings()
                .decide(
                        mapping.getString("id"),
                        1,
                        List.of(new Decision("name:无此企业", "xinghua-brick")),
                        Set.of("xinghua-brick"),
                        "other");
        String none = figures(sheet.formatted("无此企业"));
        assertThat(none).contains("\"UNMATCHED\"").doesNotContain("xinghua");
        assertThat(figures(sheet.formatted(foreign)).replace(foreign, "无此企业")).isEqualTo(none);
        int refused = officer.post(
                        "/figure-sheets/mappings/" + mapping.getString("id") + "/matches",
                        new JsonObject()
                                .put("version", 2)
                                .put(
                                        "matches",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("row", "name:x")
                                                        .put("enterprise", "xinghua-brick"))))
                .statusCode();
        assertThat(refused).isEqualTo(400);
    }

    private JsonObject mapping(String csv) {
        JsonObject laidOut = new JsonObject(figures(csv)).getJsonArray("sheets").getJsonObject(0);
        JsonArray columns = new JsonArray();
        laidOut.getJsonArray("columns").stream()
                .map(JsonObject.class::cast)
                .forEach(c -> columns.add(c.getJsonObject("guess").put("heading", c.getString("heading"))));
        return new JsonObject()
                .put("name", "n")
                .put("source", "s")
                .put("status", "final")
                .put("allowedUse", "judge")
                .put("fingerprint", laidOut.getString("fingerprint"))
                .put("columns", columns);
    }

    private JsonObject decision(int version, String enterprise) {
        return new JsonObject()
                .put("version", version)
                .put(
                        "matches",
                        new JsonArray()
                                .add(new JsonObject().put("row", "name:x").put("enterprise", enterprise)));
    }

    /** A mapping is read by for the figures of all who send such sheets. */
    @Test
    void what_a_sheet_means_is_changed_by_whoever_has_the_part_of_its_maker() {
        Person district = Person.with(console, "of-all", Set.of(Grant.everywhere(Role.OFFICER)));
        Person neighbour = Person.with(
                console, "of-one", Set.of(new Grant(Role.OFFICER, Scope.enterprises(Set.of("xinghua-brick")))));
        JsonObject mapping = mapping("企业名称,2024年5月产值(万元)\nx,12\n");
        for (Person maker : List.of(district, officer)) {
            String path = "/figure-sheets/mappings/"
                    + new JsonObject(maker.post("/figure-sheets/mappings", mapping)
                                    .body())
                            .getString("id");
            assertThat(neighbour
                            .post(path + "/matches", decision(1, "xinghua-brick"))
                            .statusCode())
                    .isEqualTo(200);
            JsonObject looser =
                    mapping.copy().put("allowedUse", "aggregate-only").put("version", 2);
            for (Person other : maker == district ? List.of(neighbour, officer) : List.of(neighbour)) {
                HttpResponse<String> refused = other.ask("PUT", path, "application/json", looser.encode());
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("was kept by").contains(maker.name());
                assertThat(other.ask("DELETE", path + "?version=2", "application/json", "")
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(maker.ask("PUT", path, "application/json", looser.encode())
                            .statusCode())
                    .isEqualTo(200);
            if (maker == officer) {
                HttpResponse<String> others = officer.ask("DELETE", path + "?version=3", "application/json", "");
                assertThat(others.statusCode()).isEqualTo(409);
                assertThat(others.body()).contains("others decided about rows").doesNotContain("xinghua");
            }
            assertThat(district.ask("DELETE", path + "?version=3", "application/json", "")
                            .statusCode())
                    .isEqualTo(200);
        }
        String own =
                new JsonObject(officer.post("/figure-sheets/mappings", mapping).body()).getString("id");
        officer.post("/figure-sheets/mappings/" + own + "/matches", decision(1, "jinlong-plating"));
        assertThat(officer.ask("DELETE", "/figure-sheets/mappings/" + own + "?version=2", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
    }

    private String figures(String csv) {
        String answer = officer.ask("POST", "/figure-sheets/preview", "application/json", csv)
                .body();
        return answer.replaceAll("\"token\":\"[^\"]*\"", "\"token\":\"\"");
    }

    private String preview(String enterprise) {
        String csv = "outlet id,enterprise id,name,medium\no-1," + enterprise + ",x,stack\n";
        String csvZh = csv.replace("name", "名称");
        String answer = officer.ask("POST", "/sheets/outlets/preview", "application/json", csvZh)
                .body();
        return answer.replaceAll("\"token\":\"[^\"]*\"", "");
    }
}
