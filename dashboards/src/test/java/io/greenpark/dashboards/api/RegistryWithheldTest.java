package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.RegistryClient.encoded;
import static io.greenpark.dashboards.api.RegistryClient.patch;
import static io.greenpark.dashboards.api.RegistryClient.put;
import static io.greenpark.dashboards.api.RegistryClient.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.RegistryClient.Response;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.MonthlyStatistic;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not be told is in no answer, whichever way it is asked for, and survives being sent back masked. */
class RegistryWithheldTest {
    private static final String CONTACT = "enterprise:steel-plant:李工";
    private static final String WEBHOOK = "https://hooks.example.org/t0ken";
    private static final String STATISTIC = "steel-plant:2026-01";
    private static final String IVA = "7654321.5";

    @TempDir
    Path dir;

    private SampleConsole console;
    private RegistryClient registry;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        registry = new RegistryClient(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static String contact(String webhook) {
        return new JsonObject()
                .put("scope", "enterprise")
                .put("subject", "steel-plant")
                .put("name", "李工")
                .put("webhook", webhook)
                .put("language", "zh")
                .toString();
    }

    private Contact contact() {
        return console.registry()
                .service()
                .current()
                .enterprise("steel-plant")
                .orElseThrow()
                .contacts()
                .get(0);
    }

    private MonthlyStatistic statistic() {
        return console.registry()
                .service()
                .current()
                .statistic("steel-plant", YearMonth.of(2026, 1))
                .orElseThrow();
    }

    /** Every way in which an answer could show a document. */
    private void nowhere(String value, String kind, String id) throws Exception {
        long newest = console.registry().service().history().newest();
        for (long change = 3; change <= newest; change++) {
            assertThat(registry.get("/changes/" + change + "?limit=1000").body())
                    .doesNotContain(value);
        }
        String one = "/" + kind + "/" + encoded(id);
        for (String path : List.of(
                "/" + kind + "?limit=1000",
                "/" + kind + "?limit=1000&asKnownOn=2026-11-20",
                "/" + kind + "?limit=1000&asKnownOn=2026-11-21",
                one,
                one + "?asKnownOn=2026-11-20",
                one + "?asKnownOn=2026-11-21",
                one + "/versions",
                "/changes",
                "/files")) {
            assertThat(registry.get(path).body()).as(path).doesNotContain(value);
        }
    }

    @Test
    void a_webhook_is_never_told() throws Exception {
        registry.done(put("contact", CONTACT, contact(WEBHOOK)));
        JsonObject shown = registry.json("/contact/" + encoded(CONTACT));
        assertThat(shown.getJsonObject("document").getString("webhook")).isEqualTo("***");
        JsonObject why = shown.getJsonObject("withheld").getJsonObject("webhook");
        assertThat(why.getString("code")).isEqualTo("secret");
        assertThat(why.getJsonObject("text").getString("zh")).contains("令牌");
        registry.done(patch("contact", CONTACT, "{\"webhook\": \"" + WEBHOOK + "2\"}"));
        registry.done(remove("contact", CONTACT));
        nowhere("t0ken", "contact", CONTACT);
    }

    @Test
    void a_webhook_sent_back_masked_is_kept() throws Exception {
        registry.done(put("contact", CONTACT, contact(WEBHOOK)));
        Response same = registry.change(put("contact", CONTACT, contact("***")));
        assertThat(same.edit(0).getString("outcome")).isEqualTo("UNCHANGED");
        Response put = registry.change(put(
                "contact",
                CONTACT,
                new JsonObject(contact("***")).put("email", "li@example.org").toString()));
        assertThat(put.edit(0).getJsonArray("fields")).containsExactly("email");
        Response patch = registry.change(patch("contact", CONTACT, "{\"webhook\": \"***\", \"language\": \"en\"}"));
        assertThat(patch.edit(0).getJsonArray("fields")).containsExactly("language");
        assertThat(contact().webhook()).isEqualTo(WEBHOOK);
        assertThat(contact().email()).isEqualTo("li@example.org");
        registry.done(patch("contact", CONTACT, "{\"webhook\": null}"));
        assertThat(contact().webhook()).isNull();
    }

    @Test
    void a_mask_with_nothing_behind_it_is_refused_and_the_other_edits_told() throws Exception {
        Response response = registry.change(put("contact", CONTACT, contact("***")), remove("target", "target-fucun"));
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.json().getBoolean("applied")).isFalse();
        assertThat(response.edit(0).getString("outcome")).isEqualTo("REFUSED");
        assertThat(response.fault(0)).contains("webhook: \"***\" stands for a value that is not shown");
        assertThat(response.edit(1).getString("outcome")).isEqualTo("REMOVED");
        assertThat(console.registry().service().history().newest()).isEqualTo(2);
    }

    @Test
    void a_statistic_for_sums_only_is_never_told_in_any_version() throws Exception {
        registry.done(patch("statistic", STATISTIC, "{\"ivaCny\": \"" + IVA + "\"}"));
        assertThat(registry.get("/statistic/" + STATISTIC).body()).contains(IVA);
        console.registry().clock().set(Instant.parse("2026-11-22T02:00:00Z"));
        registry.done(patch("statistic", STATISTIC, "{\"allowedUse\": \"aggregate-only\"}"));
        JsonObject shown = registry.json("/statistic/" + STATISTIC);
        assertThat(shown.getJsonObject("document").getString("ivaCny")).isEqualTo("***");
        assertThat(shown.getJsonObject("document").getString("outputCny")).isEqualTo("***");
        assertThat(shown.getJsonObject("withheld").getJsonObject("ivaCny").getString("code"))
                .isEqualTo("aggregate-only");
        nowhere(IVA, "statistic", STATISTIC);
        registry.done(remove("statistic", STATISTIC));
        nowhere(IVA, "statistic", STATISTIC);
    }

    @Test
    void the_version_for_sums_only_stays_withheld_when_its_provider_allows_more() throws Exception {
        registry.done(
                patch("statistic", STATISTIC, "{\"ivaCny\": \"" + IVA + "\", \"allowedUse\": \"aggregate-only\"}"));
        registry.done(patch("statistic", STATISTIC, "{\"ivaCny\": \"5\", \"allowedUse\": \"judge\"}"));
        assertThat(registry.json("/statistic/" + STATISTIC)
                        .getJsonObject("document")
                        .getString("ivaCny"))
                .isEqualTo("5");
        assertThat(registry.get("/statistic/" + STATISTIC + "/versions").body()).doesNotContain(IVA);
    }

    @Test
    void a_statistic_for_sums_only_can_be_edited_without_being_seen() throws Exception {
        registry.done(
                patch("statistic", STATISTIC, "{\"ivaCny\": \"" + IVA + "\", \"allowedUse\": \"aggregate-only\"}"));
        JsonObject shown = registry.json("/statistic/" + STATISTIC).getJsonObject("document");
        registry.done(put("statistic", STATISTIC, shown.put("source", "survey").toString()));
        assertThat(statistic().ivaCny()).isEqualByComparingTo(IVA);
        assertThat(statistic().outputCny()).isEqualByComparingTo("7200000");
        assertThat(statistic().source()).isEqualTo("survey");
        registry.done(patch("statistic", STATISTIC, "{\"ivaCny\": 8000000}"));
        assertThat(statistic().ivaCny()).isEqualByComparingTo("8000000");
    }

    @Test
    void faults_of_such_a_statistic_do_not_repeat_its_values() throws Exception {
        JsonObject faulty =
                patch("statistic", STATISTIC, "{\"ivaCny\": \"" + IVA + "x\", \"allowedUse\": \"aggregate-only\"}");
        Response response = registry.tryOut(faulty);
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.body()).doesNotContain(IVA);
        assertThat(response.fault(0))
                .isEqualTo("ivaCny: \"***\" is not allowed; accepted: a decimal number, e.g. 12.5");
        Response judged = registry.tryOut(patch("statistic", STATISTIC, "{\"ivaCny\": \"12x\"}"));
        assertThat(judged.fault(0)).contains("\"12x\" is not allowed");
        registry.done(patch("statistic", STATISTIC, "{\"allowedUse\": \"aggregate-only\"}"));
        assertThat(registry.tryOut(patch("statistic", STATISTIC, "{\"ivaCny\": \"" + IVA + "x\"}"))
                        .body())
                .doesNotContain(IVA);
    }

    /** What is answered to a dry run and to a real edit of a guess, and what can be asked for after it. */
    private List<Object> answers(JsonObject guess) throws Exception {
        Response tried = registry.tryOut(guess);
        Response done = registry.change(guess);
        long change = done.json().getLong("change");
        String one = "/" + guess.getString("kind") + "/" + encoded(guess.getString("id"));
        JsonObject newest =
                registry.json(one + "/versions").getJsonArray("versions").getJsonObject(0);
        JsonObject of =
                registry.json("/changes/" + change).getJsonArray("documents").getJsonObject(0);
        return List.of(
                tried.status(),
                tried.edit(0),
                done.status(),
                done.edit(0),
                newest.getLong("change") == change,
                newest.getString("outcome"),
                newest.getJsonArray("fields"),
                of.getString("outcome"),
                of.getJsonArray("fields"),
                registry.get(one).entityTag().equals(done.entityTag()),
                registry.change("\"" + (change - 1) + "\"", guess).status(),
                registry.json("/files").getInteger("differenceCount"),
                registry.json("/files").getJsonArray("differences"));
    }

    /** The statistic of the same value again, for sums only. */
    private void protect(String value) throws Exception {
        registry.done(patch(
                "statistic",
                STATISTIC,
                "{\"ivaCny\": \"" + value + "\", \"source\": \"survey\", \"allowedUse\": \"aggregate-only\"}"));
    }

    @Test
    void a_right_guess_of_a_statistic_is_answered_as_a_wrong_one() throws Exception {
        String filed = statistic().ivaCny().toPlainString();
        for (String fields : List.of("", ", \"source\": \"guessed\"", ", \"allowedUse\": \"show-own\"")) {
            protect(filed);
            List<Object> right =
                    answers(patch("statistic", STATISTIC, "{\"ivaCny\": \"" + filed + "0\"" + fields + "}"));
            protect(filed);
            List<Object> wrong = answers(patch("statistic", STATISTIC, "{\"ivaCny\": \"1\"" + fields + "}"));
            assertThat(right).isEqualTo(wrong);
            assertThat(right.toString()).contains("CHANGED").doesNotContain("UNCHANGED");
        }
    }

    @Test
    void a_whole_document_with_a_right_guess_is_answered_as_one_with_a_wrong_one() throws Exception {
        String filed = statistic().ivaCny().toPlainString();
        protect(filed);
        JsonObject shown = registry.json("/statistic/" + STATISTIC).getJsonObject("document");
        List<Object> right = answers(
                put("statistic", STATISTIC, shown.copy().put("ivaCny", filed).toString()));
        protect(filed);
        List<Object> wrong = answers(
                put("statistic", STATISTIC, shown.copy().put("ivaCny", "1").toString()));
        assertThat(right).isEqualTo(wrong);
        assertThat(statistic().outputCny()).isEqualByComparingTo("7200000");
    }

    @Test
    void a_right_guess_of_a_webhook_is_answered_as_a_wrong_one() throws Exception {
        registry.done(put("contact", CONTACT, contact(WEBHOOK)));
        List<Object> right = answers(patch("contact", CONTACT, "{\"webhook\": \"" + WEBHOOK + "\"}"));
        assertThat(answers(patch("contact", CONTACT, "{\"webhook\": \"https://hooks.example.org/x\"}")))
                .isEqualTo(right);
    }

    @Test
    void what_is_sent_back_masked_or_can_be_seen_is_unchanged_as_before() throws Exception {
        protect(IVA);
        JsonObject shown = registry.json("/statistic/" + STATISTIC).getJsonObject("document");
        assertThat(registry.tryOut(put("statistic", STATISTIC, shown.toString()))
                        .edit(0)
                        .getString("outcome"))
                .isEqualTo("UNCHANGED");
        registry.done(patch("statistic", STATISTIC, "{\"allowedUse\": \"judge\"}"));
        assertThat(registry.tryOut(patch("statistic", STATISTIC, "{\"ivaCny\": \"" + IVA + "\"}"))
                        .edit(0)
                        .getString("outcome"))
                .isEqualTo("UNCHANGED");
    }
}
