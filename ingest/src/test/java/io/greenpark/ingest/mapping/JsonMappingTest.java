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
