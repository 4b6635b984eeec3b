package io.greenpark.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Flag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryJsonTest {
    private static final TelemetryJson JSON = new TelemetryJson();

    /** As many as a message may carry, beside as many values. */
    @Test
    void a_time_that_is_repeated_without_end_is_one_time() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 2_500; i++) {
            json.append("\"k")
                    .append(i)
                    .append("\":1,\"time\":1514736000000,\"ti")
                    .append("_".repeat(i % 200))
                    .append("me\":1514736000000,");
        }
        Telemetry item = only(json.append("\"kwh\":5}").toString());
        assertThat(item.time()).isEqualTo(new SentTime.At(1514736000000L));
        assertThat(item.values()).hasSize(2_501);
    }

    @Test
    void time_and_values_are_read() {
        Telemetry item = only("{\"ts\": 1514736000000, \"values\": {\"kwh\": 3.17, \"kw\": -2}}");
        assertThat(item.deviceId()).isNull();
        assertThat(item.time()).isEqualTo(new SentTime.At(1514736000000L));
        assertThat(item.values())
                .containsExactly(
                        new SentValue.Readable("kwh", 3.17, Flag.NORMAL),
                        new SentValue.Readable("kw", -2, Flag.NORMAL));
    }

    @Test
    void the_order_of_time_and_values_does_not_matter() {
        assertThat(only("{\"values\": {\"kwh\": 1}, \"ts\": 1514736000000}").time())
                .isEqualTo(new SentTime.At(1514736000000L));
    }

    @Test
    void an_array_holds_several_times() {
        List<Telemetry> items =
                items("[{\"ts\":1514736000000,\"values\":{\"a\":1}},{\"ts\":1514736900000,\"values\":{\"a\":2}}]");
        assertThat(items).hasSize(2);
        assertThat(items.get(1).time()).isEqualTo(new SentTime.At(1514736900000L));
    }

    @Test
    void bare_keys_have_no_time() {
        Telemetry item = only("{\"kwh\": 5}");
        assertThat(item.time()).isEqualTo(SentTime.NONE);
        assertThat(item.values()).containsExactly(new SentValue.Readable("kwh", 5, Flag.NORMAL));
    }

    @Test
    void a_ts_beside_bare_keys_is_their_time() {
        assertThat(only("{\"ts\": 1514736000000, \"kwh\": 5}").time()).isEqualTo(new SentTime.At(1514736000000L));
    }

    @Test
    void a_flag_is_read_with_its_value() {
        assertThat(only("{\"nox\": {\"v\": 41.5, \"flag\": \"C\"}}").values())
                .containsExactly(new SentValue.Readable("nox", 41.5, Flag.CALIBRATION));
    }

    @Test
    void a_gateway_names_its_devices() {
        Decoded decoded = gateway("{\"m1\":[{\"ts\":1514736000000,\"values\":{\"a\":1}}],\"m2\":{\"a\":2}}");
        assertThat(((Decoded.Accepted) decoded).items())
                .extracting(Telemetry::deviceId)
                .containsExactly("m1", "m2");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-01T00:15:00+08:00, 1514736900000",
        "2018-01-01 00:15:00+0800, 1514736900000",
        "2018-01-01T00:15+08, 1514736900000",
        "2017-12-31T16:15:00.250Z, 1514736900250",
        "2017-12-31T16:15:00.1234567899Z, 1514736900123",
    })
    void iso_times_with_an_offset_are_instants(String text, long epochMs) {
        assertThat(only("{\"ts\":\"" + text + "\",\"values\":{\"a\":1}}").time())
                .isEqualTo(new SentTime.At(epochMs));
    }

    @Test
    void a_time_without_a_zone_stays_local() {
        assertThat(only("{\"ts\":\"2018-01-01 00:15:00\",\"values\":{\"a\":1}}").time())
                .isEqualTo(new SentTime.Local(LocalDateTime.of(2018, 1, 1, 0, 15)));
    }

    @ParameterizedTest
    @CsvSource({
        "\"1514736000000\", 1514736000000",
        "\"0\", 0",
        "99990101000000, 99990101000000",
        "20181301000000, 20181301000000",
    })
    void digits_that_are_no_date_are_milliseconds_in_quotes_or_without(String ts, long epochMs) {
        assertThat(only("{\"ts\":" + ts + ",\"values\":{\"a\":1}}").time()).isEqualTo(new SentTime.At(epochMs));
    }

    @ParameterizedTest
    @CsvSource({
        "20180101001500, 2018-01-01T00:15:00",
        "\"20180101001500\", 2018-01-01T00:15:00",
        "20180101001500125, 2018-01-01T00:15:00.125",
        "\"2018/01/01 00:15\", 2018-01-01T00:15:00",
    })
    void dates_as_the_field_writes_them_are_local(String ts, LocalDateTime local) {
        assertThat(only("{\"ts\":" + ts + ",\"values\":{\"a\":1}}").time()).isEqualTo(new SentTime.Local(local));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"", "\"2018-13-01T00:00:00Z\"", "\"2018-01-01T24:00:00Z\"", "\"15147360000000000000\"",
                        "1.5e12",
                "true", "{\"s\":1}", "99999999999999999999", "\"2018-01-01T00:00:00+08:00x\"", "\"\""
            })
    void any_other_ts_is_unreadable(String ts) {
        assertThat(only("{\"ts\":" + ts + ",\"values\":{\"a\":1}}").time()).isInstanceOf(SentTime.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3.5\"",
                "\"n/a\"",
                "true",
                "null",
                "NaN",
                "-Infinity",
                "1e999",
                "[1]",
                "{}",
                "{\"flag\":\"N\"}"
            })
    void a_value_that_is_no_number_is_refused_and_the_rest_read(String value) {
        Telemetry item = only("{\"values\":{\"bad\":" + value + ",\"good\":1}}");
        assertThat(item.values().get(0)).isInstanceOfSatisfying(SentValue.Unreadable.class, r -> assertThat(r.reason())
                .isEqualTo(RejectReason.NOT_A_NUMBER));
        assertThat(item.values().get(1)).isEqualTo(new SentValue.Readable("good", 1, Flag.NORMAL));
    }

    @Test
    void text_in_place_of_a_number_is_named() {
        SentValue.Unreadable unreadable =
                (SentValue.Unreadable) only("{\"kwh\":\"12.5\"}").values().get(0);
        assertThat(unreadable.detail().en())
                .isEqualTo("key \"kwh\": text \"12.5\" where a number is expected; send the number without quotes");
    }

    @Test
    void an_unknown_flag_is_refused() {
        SentValue.Unreadable unreadable = (SentValue.Unreadable)
                only("{\"a\":{\"v\":1,\"flag\":\"Z\"}}").values().get(0);
        assertThat(unreadable.reason()).isEqualTo(RejectReason.BAD_FLAG);
        assertThat(unreadable.detail().en()).contains("\"Z\"", "N F M S D C T B");
    }

    @Test
    void an_unexpected_field_inside_a_value_is_refused() {
        SentValue.Unreadable unreadable = (SentValue.Unreadable)
                only("{\"a\":{\"v\":1,\"unit\":\"MWh\"}}").values().get(0);
        assertThat(unreadable.reason()).isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    void both_values_of_a_repeated_key_are_refused() {
        assertThat(only("{\"a\":1,\"b\":2,\"a\":3}").values())
                .satisfiesExactly(v -> assertThat(v).isInstanceOf(SentValue.Unreadable.class), v -> assertThat(v)
                        .isEqualTo(new SentValue.Readable("b", 2, Flag.NORMAL)));
    }

    @Test
    void repeated_keys_are_found_in_large_objects_too() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 2_000; i++) {
            json.append("\"k").append(i % 1_000).append("\":").append(i).append(',');
        }
        json.append("\"last\":1}");
        List<SentValue> values = only(json.toString()).values();
        assertThat(values)
                .hasSize(1_001)
                .filteredOn(v -> v instanceof SentValue.Unreadable)
                .hasSize(1_000);
    }

    @Test
    void a_key_beside_values_is_refused() {
        assertThat(only("{\"ts\":1514736000000,\"values\":{\"a\":1},\"b\":2}").values())
                .filteredOn(v -> v instanceof SentValue.Unreadable)
                .extracting(SentValue::key)
                .containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {\"a\":2}",
                "5",
                "\"text\"",
                "null",
                "[1]",
                "[]",
                "{}",
                "{\"values\":{}}",
                "{\"ts\":1514736000000}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "not json",
                "{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}"
            })
    void a_payload_that_is_not_telemetry_is_rejected_as_a_whole(String payload) {
        assertThat(device(payload)).isInstanceOfSatisfying(Decoded.Rejected.class, r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.MALFORMED);
            assertThat(r.detail().en()).isNotBlank();
        });
    }

    @Test
    void broken_json_is_reported_with_its_position() {
        assertThat(((Decoded.Rejected) device("{\"kwh\": 12.5")).detail().en())
                .startsWith("the payload is not JSON at byte 12");
    }

    @Test
    void a_message_with_too_many_values_is_rejected() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i <= TelemetryJson.MAX_VALUES; i++) {
            json.append("\"k").append(i).append("\":1,");
        }
        json.append("\"last\":1}");
        assertThat(device(json.toString())).isInstanceOfSatisfying(Decoded.Rejected.class, r -> assertThat(r.reason())
                .isEqualTo(RejectReason.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "😀", "a\\uD842\\uDFB7", "a𠮷", "\\u7528电量"})
    void a_key_may_be_escaped_or_not(String key) {
        assertThat(only("{\"ts\":1514736000000,\"values\":{\"" + key + "\":1,\"kwh\":2}}")
                        .values())
                .satisfiesExactly(v -> assertThat(v.key()).isIn("😀", "a𠮷", "用电量"), v -> assertThat(v)
                        .isEqualTo(new SentValue.Readable("kwh", 2, Flag.NORMAL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ud83dx", "\\ude00\\ud83d"})
    void half_a_character_as_a_key_refuses_the_message_and_as_a_value_itself(String half) {
        assertThat(device("{\"values\":{\"" + half + "\":1,\"kwh\":2}}"))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        r -> assertThat(r.detail().en()).startsWith("the payload is not JSON at byte"));
        assertThat(only("{\"values\":{\"bad\":\"" + half + "\",\"kwh\":2}}")
                        .values()
                        .get(1))
                .isEqualTo(new SentValue.Readable("kwh", 2, Flag.NORMAL));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(only("\uFEFF{\"kwh\":2}").values()).containsExactly(new SentValue.Readable("kwh", 2, Flag.NORMAL));
    }

    @Property(tries = 2_000)
    void no_bytes_make_the_decoder_throw(@ForAll byte[] bytes) {
        for (PayloadForm form : PayloadForm.values()) {
            assertThatNoException().isThrownBy(() -> JSON.decode(bytes, 0, bytes.length, form));
        }
    }

    @Property(tries = 500)
    void every_finite_number_is_read_as_sent(
            @ForAll double value, @ForAll @AlphaChars @StringLength(min = 1, max = 20) String key) {
        if (Double.isFinite(value) && !key.equals("ts") && !key.equals("values")) {
            assertThat(only("{\"" + key + "\":" + value + "}").values())
                    .containsExactly(new SentValue.Readable(key, value, Flag.NORMAL));
        }
    }

    private static Telemetry only(String json) {
        List<Telemetry> items = items(json);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static List<Telemetry> items(String json) {
        Decoded decoded = device(json);
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        return ((Decoded.Accepted) decoded).items();
    }

    private static Decoded device(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return JSON.decode(bytes, 0, bytes.length, PayloadForm.DEVICE);
    }

    private static Decoded gateway(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return JSON.decode(bytes, 0, bytes.length, PayloadForm.GATEWAY);
    }
}
