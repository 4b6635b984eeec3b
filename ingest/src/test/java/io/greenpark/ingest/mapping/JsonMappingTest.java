package io.greenpark.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.mapping.JsonMapping.Mapped;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.reading.Door;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of a gateway that knows nothing of Greenpark becomes readings, and what does not is refused with its reason. */
class JsonMappingTest {
    /** A list of registers by number, as gateways of the field send it. */
    private static final String GATEWAY = """
            {"sn": "GW7", "tm": 1795132800, "data": [
              {"meter": "A1", "ep": "114678.84", "st": 0}, {"meter": "A2", "ep": "22.5", "st": 3}]}""";

    private static final String EXPRESSION = """
            /* one device for each meter; seconds become milliseconds */
            data{ $split($topic, '/')[1] & '-' & $lowercase(meter): {
              'ts': $$.tm * 1000,
              'values': {'energy': {'v': $number(ep), 'flag': st = 0 ? 'N' : 'D'}}
            }}""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Mapped apply(String expression, String payload) throws Exception {
        byte[] sent = bytes(payload);
        return JsonMapping.of(expression).apply(sent, 0, sent.length, "factory/t7/data", PayloadForm.GATEWAY);
    }

    private static String why(String expression, String payload) throws Exception {
        return ((Mapped.Failed) apply(expression, payload)).why().en();
    }

    @Test
    void a_foreign_payload_becomes_readings_of_its_devices() throws Exception {
        PayloadFormats formats =
                PayloadFormats.with(List.of(new MappedFormat(List.of("factory/+/data"), JsonMapping.of(EXPRESSION))));
        PayloadFormat format = formats.choose(Door.MQTT, "factory/t7/data", "application/json");
        byte[] sent = bytes(GATEWAY);
        List<Telemetry> items = ((Decoded.Accepted) format.decode(sent, 0, sent.length, PayloadForm.GATEWAY)).items();
        assertThat(items).extracting(Telemetry::deviceId).containsExactly("t7-a1", "t7-a2");
        assertThat(items.get(0).time()).isEqualTo(new SentTime.At(1_795_132_800_000L));
        assertThat(((SentValue.Readable) items.get(0).values().get(0)).value()).isEqualTo(114678.84);
        assertThat(((SentValue.Readable) items.get(1).values().get(0)).flag().name())
                .isNotEqualTo("NORMAL");
    }

    @Test
    void other_topics_are_read_as_ever() throws Exception {
        PayloadFormats formats =
                PayloadFormats.with(List.of(new MappedFormat(List.of("factory/+/#"), JsonMapping.of("{}"))));
        for (String topic : List.of("greenpark/m/telemetry", "", "factory", "other/factory/a")) {
            assertThat(formats.choose(Door.MQTT, topic, null)).isNotInstanceOf(MappedFormat.class);
        }
        assertThat(formats.choose(Door.MQTT, "factory/a/b", null).claims(Door.MQTT, "factory/a/b"))
                .isTrue();
    }

    @Test
    void filters_are_those_of_the_standard() {
        assertThat(List.of("a", "a/+/c", "#", "a/#", "+", "/", "+/+", "数据/#")).allMatch(TopicFilter::isFilter);
        assertThat(List.of("", "a/#/b", "a+", "a/b#", "#a")).noneMatch(TopicFilter::isFilter);
        assertThat(TopicFilter.of("a/#").matches("a")).isTrue();
        assertThat(TopicFilter.of("a/+").matches("a")).isFalse();
        assertThat(TopicFilter.of("a/+").matches("a/b/c")).isFalse();
        assertThat(TopicFilter.of("+/b").matches("a/b")).isTrue();
    }

    @Test
    void what_cannot_be_mapped_says_why() throws Exception {
        assertThat(why("x", "{\"y\": 1}")).contains("makes nothing of it", "greenpark mapping try");
        assertThat(why("$number(x)", "{\"x\": \"n/a\"}")).contains("the mapping fails");
        assertThat(why("x", "{\"x\": ")).contains("is not JSON");
        assertThat(why("$toMillis(x)", "{\"x\": \"never\"}")).contains("the mapping");
    }

    @Test
    void an_expression_that_does_not_end_is_ended() throws Exception {
        assertThat(why("($f := function($n){$f($n + 1)}; $f(0))", "{}")).contains("the mapping fails");
        assertThat(why("($f := function($n){1 + $f($n + 1)}; $f(0))", "{}")).contains("the mapping fails");
        assertThat(why("$sum([1..9999999])", "{}")).contains("the mapping fails");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "/a/", "/(a)/"})
    void what_a_payload_puts_in_many_places_of_itself_takes_no_more_memory_than_is_bounded(String found)
            throws Exception {
        String payload = "{\"x\": \"" + "a".repeat(60_000) + "\", \"y\": \"" + "b".repeat(60_000) + "\"}";
        assertThat(why("$replace(x, " + found + ", y)", payload)).contains("longer than 1000000 characters");
        assertThat(why("$replace(x, /a/, function($m){y})", payload)).contains("the mapping fails");
    }

    /** Each takes a matcher that backtracks as long as the world stands, or all of the memory's stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|aa)+$",
                "(a+)+$",
                "(a|a?)+$",
                "([a-zA-Z]+)*$",
                "^(a|b|ab)*c$",
                "(x+x+)+y",
                "(.*a){25}$",
                "^(\\w+\\s?)*$",
                "a*a*a*a*a*a*a*a*$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(?:(?:a{10}){10}){10}b",
                "(.+)+(.+)+(.+)+!!"
            })
    void a_regular_expression_ends_whatever_a_payload_says(String regex) throws Exception {
        List<String> texts = List.of(
                "a".repeat(40) + "!",
                "a".repeat(60_000) + "!",
                "x".repeat(60_000),
                "ab".repeat(30_000) + "\u4e00",
                "a ".repeat(30_000) + "!");
        for (String text : texts) {
            for (String use : List.of(
                    "{'n': $contains(x, /%s/)}",
                    "{'n': $count($match(x, /%s/))}",
                    "{'n': $replace(x, /%s/, '$1')}",
                    "{'n': $count($split(x, /%s/))}",
                    "{'n': x ~> /%s/ ~> $exists}",
                    "{'n': x[$ ~> /%s/]}")) {
                // It ends: with an answer, or with words.
                Mapped mapped = apply(use.formatted(regex), "{\"x\": \"" + text + "\"}");
                if (mapped instanceof Mapped.Failed failed) {
                    assertThat(failed.why().en()).contains("the mapping fails: it took longer than 200 ms");
                    assertThat(failed.why().zh()).contains("超过 200 毫秒");
                }
            }
        }
    }

    @Test
    void what_one_payload_takes_too_long_for_is_refused_and_the_next_one_is_read() throws Exception {
        JsonMapping mapping = JsonMapping.of("{'n': $count($match(x, /a.*b|a/))}");
        for (int round = 0; round < 2; round++) {
            byte[] evil = bytes("{\"x\": \"" + "a".repeat(65_000) + "\"}");
            assertThat(((Mapped.Failed) mapping.apply(evil, 0, evil.length, "", PayloadForm.GATEWAY))
                            .why()
                            .en())
                    .contains("it took longer than 200 ms", "greenpark mapping try");
            byte[] good = bytes("{\"x\": \"aab\"}");
            assertThat(new String(
                            ((Mapped.Made) mapping.apply(good, 0, good.length, "", PayloadForm.GATEWAY)).json(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("{\"n\":1}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$contains(x, /b+/) | true",
                "$contains(x, 'zz') | false",
                "$match(x, /([a-z])(\\d)/).groups[0] | [\"a\",\"b\"]",
                "$match(x, /([a-z])(\\d)/, 1).index | 0",
                "$match(x, /B/i).match | \"b\"",
                "$replace(x, /([a-z])(\\d)/, '$2$1$$') | \"1a$2b$\"",
                "$replace(x, /\\d/, '<$0>', 1) | \"a<1>b2\"",
                "$replace(x, /[a-z]/, function($m){$uppercase($m.match)}) | \"A1B2\"",
                "$replace('a.b.c', '.', '-', 1) | \"a-b.c\"",
                "$replace('a.b.c', '.', '$1') | \"a$1b$1c\"",
                "$split(x, /\\d/) | [\"a\",\"b\",\"\"]",
                "$split(x, /\\d/, 2) | [\"a\",\"b\"]",
                "$split('a,b', ',') | [\"a\",\"b\"]",
                "[x, 'q'][$contains(/\\d/)] | \"a1b2\"",
                "($r := /b(\\d)/; $r(x).groups) | [\"2\"]",
                "$pad(x, 6, '-') | \"a1b2--\"",
                "$toMillis('2026-11-23 10:15', '[Y]-[M01]-[D01] [H01]:[m]') | 1795428900000",
                "$toMillis('2026-11-23T10:15:00Z') | 1795428900000"
            })
    void texts_are_handled_as_the_language_says(String expression, String expected) throws Exception {
        Mapped made = apply("{'v': " + expression + "}", "{\"x\": \"a1b2\"}");
        assertThat(made).as(String.valueOf(made)).isInstanceOf(Mapped.Made.class);
        assertThat(new String(((Mapped.Made) made).json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":" + expected + "}");
    }

    @Test
    void what_a_payload_says_is_neither_an_expression_nor_a_measure_of_memory() throws Exception {
        assertThat(why("$eval(x)", "{\"x\": \"$contains('aaaa', /(a|aa)+$/)\"}"))
                .contains("$eval is not for mappings");
        assertThat(why("$pad('a', x)", "{\"x\": 2000000000}")).contains("a width of 2000000000 is too much");
        assertThat(why("$toMillis(x, '[d][d][d][d]')", "{\"x\": \"" + "1".repeat(60_000) + "x\"}"))
                .contains("at most 64");
        assertThat(why("$toMillis(x, '[d][d][d][d][d][d][d][d]')", "{\"x\": \"" + "1".repeat(60) + "x\"}"))
                .contains("more than 4 parts");
    }

    @Test
    void a_regular_expression_that_might_not_end_is_no_mapping() {
        for (String regex : List.of("(?=a)b", "(a)\\1", "a++")) {
            assertThatThrownBy(() -> JsonMapping.of("$contains(x, /" + regex + "/)"))
                    .isInstanceOf(JsonMapping.ExpressionException.class)
                    .hasMessageContaining("/" + regex + "/")
                    .hasMessageContaining("RE2");
        }
        for (String regex : List.of("((a{1000}){1000}){1000}", "(?:[ab]{100}c){100}", "(a{2,1000}b{5}){9,}")) {
            assertThatThrownBy(() -> JsonMapping.of("{'a': [1, {'b': x ~> /" + regex + "/}]}"))
                    .isInstanceOf(JsonMapping.ExpressionException.class)
                    .hasMessageContaining("repetitions written out");
        }
    }

    @Test
    void a_faulty_expression_is_told_with_its_place() {
        assertThatThrownBy(() -> JsonMapping.of("data.{ 'a': "))
                .isInstanceOf(JsonMapping.ExpressionException.class)
                .hasMessageContaining("is no JSONata expression");
    }

    @Test
    void many_doors_apply_it_at_once() throws Exception {
        JsonMapping mapping = JsonMapping.of(EXPRESSION);
        ExecutorService doors = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> work = IntStream.range(0, 200)
                    .mapToObj(n -> (Callable<String>) () -> {
                        byte[] sent = bytes(GATEWAY.replace("22.5", String.valueOf(n)));
                        Mapped mapped = mapping.apply(sent, 0, sent.length, "factory/t" + n, PayloadForm.GATEWAY);
                        return new String(((Mapped.Made) mapped).json(), StandardCharsets.UTF_8);
                    })
                    .toList();
            List<Future<String>> made = doors.invokeAll(work);
            for (int n = 0; n < made.size(); n++) {
                assertThat(made.get(n).get()).contains("\"t" + n + "-a2\"", "\"v\":" + n + ",");
            }
        } finally {
            doors.shutdownNow();
        }
    }
}
