package io.greenpark.park.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of dead letters promises. */
public abstract class DeadLettersContract {
    /** How many rows the strangers of one door may have in these tests. */
    protected static final int STRANGER_ROWS = 50;

    private static final Bilingual NO_POINT = new Bilingual("没有该测点", "no point");

    @TempDir
    private Path dir;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private DeadLetters deadLetters;

    /**
     * Opens or opens again what lies in {@code dir}.
     *
     * @param maxPerSender rows of one sender before merging begins
     * @param maxRows rows in all
     */
    protected abstract DeadLetters open(Path dir, Clock clock, Duration keep, int maxPerSender, int maxRows);

    @BeforeEach
    void open() {
        deadLetters = open(dir, clock, Duration.ofDays(30), 3, 100);
    }

    @AfterEach
    void close() {
        deadLetters.close();
    }

    private DeadLetter letter(String sender, String key, String excerpt) {
        return new DeadLetter(
                Door.MQTT, sender, "meter-1", key, RejectReason.UNKNOWN_KEY, NO_POINT, excerpt, clock.millis());
    }

    private void append(DeadLetter... batch) {
        deadLetters.append(List.of(batch)).toCompletableFuture().join();
    }

    private List<StoredDeadLetter> all() {
        return deadLetters.list(null, null, null, 1_000);
    }

    private static List<String> excerpts(List<StoredDeadLetter> rows) {
        return rows.stream().map(r -> r.letter().excerpt()).toList();
    }

    @Test
    void a_dead_letter_comes_back_unchanged() {
        DeadLetter whole = new DeadLetter(
                Door.COAP,
                "10.0.0.7",
                null,
                null,
                RejectReason.MALFORMED,
                new Bilingual("报文无法解析", "the payload cannot be read"),
                "{\"ts\":",
                clock.millis());
        append(letter("meter-1", "power", "{}"), whole);
        assertThat(all()).extracting(StoredDeadLetter::letter).containsExactly(whole, letter("meter-1", "power", "{}"));
        assertThat(all()).allSatisfy(r -> assertThat(r.count()).isOne());
    }

    @Test
    void a_merged_dead_letter_keeps_its_newest_sentence_in_both_languages() {
        Bilingual newest = new Bilingual("最新", "newest");
        append(letter("meter-1", "power", "1"), letter("meter-1", "power", "2"), letter("meter-1", "power", "3"));
        append(new DeadLetter(
                Door.MQTT, "meter-1", "meter-1", "power", RejectReason.UNKNOWN_KEY, newest, "4", clock.millis()));
        assertThat(all()).hasSize(3);
        assertThat(all().get(0).letter().detail()).isEqualTo(newest);
        assertThat(deadLetters.lastPerDevice().get("meter-1").letter().detail()).isEqualTo(newest);
    }

    @Test
    void dead_letters_survive_reopening() {
        append(letter("meter-1", "power", "a"));
        deadLetters.close();
        open();
        append(letter("meter-1", "power", "b"));
        assertThat(excerpts(all())).containsExactly("b", "a");
        assertThat(deadLetters.counts()).isEqualTo(Map.of(RejectReason.UNKNOWN_KEY, 2L));
    }

    @Test
    void beyond_the_bound_like_dead_letters_are_merged_with_a_count_and_the_newest_excerpt() {
        for (int i = 0; i < 3; i++) {
            append(letter("meter-1", "power", "first " + i));
        }
        long firstMs = clock.millis();
        clock.advance(Duration.ofMinutes(1));
        List<DeadLetter> flood = new ArrayList<>();
        for (int i = 0; i < 312; i++) {
            flood.add(letter("meter-1", "power", "flood " + i));
        }
        deadLetters.append(flood).toCompletableFuture().join();
        assertThat(excerpts(all())).containsExactly("flood 311", "first 1", "first 0");
        StoredDeadLetter merged = all().get(0);
        assertThat(merged.count()).isEqualTo(313);
        assertThat(merged.firstMs()).isEqualTo(firstMs);
        assertThat(merged.letter().arrivalMs()).isEqualTo(clock.millis());
        assertThat(deadLetters.counts()).isEqualTo(Map.of(RejectReason.UNKNOWN_KEY, 315L));
    }

    @Test
    void a_sender_with_ever_new_keys_evicts_only_its_own_oldest_dead_letters() {
        append(letter("meter-2", "power", "theirs"));
        for (int i = 0; i < 10; i++) {
            append(letter("meter-1", "key-" + i, "mine " + i));
        }
        assertThat(excerpts(all())).containsExactly("mine 9", "mine 8", "mine 7", "theirs");
    }

    @Test
    void ever_new_senders_evict_the_oldest_dead_letters() {
        for (int i = 0; i < 150; i++) {
            append(letter("nobody-" + i, "power", "no " + i));
        }
        assertThat(all()).hasSize(100);
        assertThat(all().get(0).letter().excerpt()).isEqualTo("no 149");
    }

    private DeadLetter stranger(Door door, String sender, String excerpt) {
        return new DeadLetter(door, sender, null, null, RejectReason.BAD_CREDENTIALS, NO_POINT, excerpt, clock.millis())
                .ofStranger();
    }

    @Test
    void strangers_with_ever_new_names_leave_every_letter_of_known_senders() {
        for (int i = 0; i < 95; i++) {
            append(letter("meter-" + i, "power", "known " + i));
        }
        for (int i = 0; i < 130; i++) {
            append(stranger(Door.COAP, "10.0.0." + i, "stranger " + i));
        }
        assertThat(all()).hasSize(100);
        assertThat(all()).filteredOn(r -> !r.letter().stranger()).hasSize(95);
        assertThat(excerpts(all()).subList(0, 5))
                .containsExactly("stranger 129", "stranger 128", "stranger 127", "stranger 126", "stranger 125");
        assertThat(deadLetters.counts()).containsEntry(RejectReason.BAD_CREDENTIALS, 130L);
    }

    @Test
    void strangers_have_a_bound_at_each_door() {
        for (int i = 0; i < STRANGER_ROWS + 10; i++) {
            append(stranger(Door.COAP, "10.0.0." + i, "at coap"));
        }
        append(stranger(Door.MQTT, "10.0.0.1", "at mqtt"));
        assertThat(excerpts(all())).filteredOn("at coap"::equals).hasSize(STRANGER_ROWS);
        assertThat(excerpts(all())).contains("at mqtt");
    }

    @Test
    void strangers_have_that_bound_whatever_has_become_of_their_rows() {
        for (int i = 0; i < STRANGER_ROWS + 10; i++) {
            append(stranger(Door.COAP, "10.0.0.1", "the same at one door and the other"));
            append(stranger(Door.MQTT, "10.0.0.1", "the same at one door and the other"));
            append(ofStranger(Door.COAP, "10.0.0.2", "key " + i), ofStranger(Door.MQTT, "10.0.0.2", "other " + i));
            append(ofStranger(Door.MQTT, "10.0.0." + i, "key"));
        }
        clock.advance(Duration.ofDays(31));
        append(letter("meter-1", "power", "the rest has expired"));
        for (Door door : List.of(Door.COAP, Door.MQTT)) {
            for (int i = 0; i < STRANGER_ROWS + 10; i++) {
                append(stranger(Door.COAP, "10.0.1.7", "moves"), stranger(door, "10.0.1.7", "moves"));
                append(stranger(door, "10.1." + door.ordinal() + "." + i, "at a door"));
            }
            assertThat(all())
                    .filteredOn(r -> r.letter().stranger() && r.letter().door() == door)
                    .hasSize(STRANGER_ROWS);
        }
    }

    private DeadLetter ofStranger(Door door, String sender, String key) {
        return new DeadLetter(door, sender, null, key, RejectReason.BAD_CREDENTIALS, NO_POINT, "", clock.millis())
                .ofStranger();
    }

    @Test
    void a_stranger_that_uses_a_senders_name_pushes_none_of_its_letters_out() {
        append(letter("meter-1", "power", "mine 1"), letter("meter-1", "power", "mine 2"));
        for (int i = 0; i < 30; i++) {
            append(stranger(Door.MQTT, "meter-1", "not mine " + i));
        }
        assertThat(excerpts(all())).contains("mine 1", "mine 2", "not mine 29");
        assertThat(all()).hasSizeLessThan(10);
        append(letter("meter-1", "power", "mine 3"));
        assertThat(excerpts(all())).contains("mine 1", "mine 2", "mine 3");
    }

    @Test
    void a_letter_of_a_stranger_stays_one() {
        DeadLetter sent = stranger(Door.COAP, "10.0.0.7", "");
        append(sent);
        deadLetters.close();
        open();
        assertThat(all()).extracting(StoredDeadLetter::letter).containsExactly(sent);
    }

    @Test
    void a_list_can_be_narrowed_and_paged() {
        append(letter("meter-1", "a", "1"), letter("meter-1", "b", "2"));
        append(new DeadLetter(
                Door.MQTT,
                "x",
                null,
                null,
                RejectReason.BAD_CREDENTIALS,
                Bilingual.same("wrong password"),
                "",
                clock.millis()));
        assertThat(deadLetters.list(Set.of("meter-1"), null, null, 10)).hasSize(2);
        assertThat(deadLetters.list(Set.of("meter-1", "meter-2"), null, null, 10))
                .hasSize(2);
        assertThat(deadLetters.list(Set.of(), null, null, 10)).isEmpty();
        assertThat(deadLetters.rows(Set.of("meter-1"), null)).isEqualTo(2);
        assertThat(deadLetters.counts(Set.of("meter-1")).values()).containsExactly(2L);
        assertThat(deadLetters.counts(Set.of("meter-2"))).isEmpty();
        assertThat(deadLetters.list(null, RejectReason.BAD_CREDENTIALS, null, 10))
                .hasSize(1);
        List<StoredDeadLetter> page = deadLetters.list(null, null, null, 2);
        assertThat(page).hasSize(2);
        List<StoredDeadLetter> next = deadLetters.list(null, null, page.get(1).id(), 2);
        assertThat(excerpts(next)).containsExactly("1");
    }

    @Test
    void the_newest_dead_letter_about_each_device_is_known() {
        append(letter("gateway", "a", "old"), letter("gateway", "b", "new"));
        append(new DeadLetter(
                Door.MQTT,
                "x",
                null,
                null,
                RejectReason.BAD_CREDENTIALS,
                Bilingual.same("wrong password"),
                "",
                clock.millis()));
        assertThat(deadLetters.lastPerDevice()).hasSize(1);
        assertThat(deadLetters.lastPerDevice().get("meter-1").letter().excerpt())
                .isEqualTo("new");
    }

    @Test
    void a_stranger_that_names_a_device_changes_nothing_of_what_is_known_about_it() {
        DeadLetter claimed = new DeadLetter(
                Door.COAP,
                "10.0.0.7",
                "meter-1",
                null,
                RejectReason.BAD_CREDENTIALS,
                NO_POINT,
                "not mine",
                clock.millis());
        append(claimed.ofStranger());
        assertThat(deadLetters.lastPerDevice()).isEmpty();
        assertThat(deadLetters.newestOf("meter-1")).isEmpty();
        append(letter("meter-1", "a", "mine"));
        append(claimed.ofStranger());
        assertThat(deadLetters.lastPerDevice().get("meter-1").letter().excerpt())
                .isEqualTo("mine");
        assertThat(newestOf("meter-1")).isEqualTo("mine");
        assertThat(deadLetters
                        .newestOfStranger("meter-1")
                        .orElseThrow()
                        .letter()
                        .excerpt())
                .isEqualTo("not mine");
        assertThat(deadLetters.newestOfStranger("meter-2")).isEmpty();
    }

    @Test
    void the_newest_dead_letter_of_an_id_is_about_it_or_from_it() {
        append(letter("gateway", "a", "of the gateway"), letter("meter-1", "b", "about the meter"));
        assertThat(newestOf("gateway")).isEqualTo("of the gateway");
        assertThat(newestOf("meter-1")).isEqualTo("about the meter");
        append(letter("gateway", "a", "later"));
        assertThat(newestOf("meter-1")).isEqualTo("later");
        assertThat(deadLetters.newestOf("meter-2")).isEmpty();
    }

    private String newestOf(String id) {
        return deadLetters.newestOf(id).orElseThrow().letter().excerpt();
    }

    @Test
    void dead_letters_expire_while_the_counters_stay() {
        append(letter("meter-1", "power", "old"));
        clock.advance(Duration.ofDays(31));
        append(letter("meter-1", "power", "new"));
        assertThat(excerpts(all())).containsExactly("new");
        assertThat(deadLetters.counts()).isEqualTo(Map.of(RejectReason.UNKNOWN_KEY, 2L));
    }

    @Test
    void text_is_cut_to_the_bounds_of_a_dead_letter() {
        append(letter("meter-1", "power", "x".repeat(5_000)));
        assertThat(all().get(0).letter().excerpt()).hasSize(1_024);
        Bilingual endless = new Bilingual("长".repeat(5_000), "long ".repeat(5_000));
        append(new DeadLetter(Door.MQTT, "x", null, null, RejectReason.MALFORMED, endless, "", clock.millis()));
        assertThat(all().get(0).letter().detail().zh()).hasSize(1_024);
        assertThat(all().get(0).letter().detail().en()).hasSize(1_024);
    }

    @Test
    void after_closing_nothing_is_taken_and_the_sender_is_told() {
        deadLetters.close();
        assertThatThrownBy(() -> append(letter("meter-1", "power", "late")))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DeadLettersUnavailableException.class);
    }
}
