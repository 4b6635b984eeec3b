package io.greenpark.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come, they become telemetry or a refusal that says why. */
class PayloadPropertyTest {
    private static final TelemetryJson JSON = new TelemetryJson();

    @Property(tries = 3_000)
    void any_bytes_become_telemetry_or_a_refusal(@ForAll byte[] bytes) {
        check(bytes);
    }

    @Property(tries = 3_000)
    void damaged_payloads_become_telemetry_or_a_refusal(@ForAll("damaged") byte[] bytes) {
        check(bytes);
    }

    @Property(tries = 3_000)
    void objects_of_any_members_become_telemetry_or_a_refusal(@ForAll("objects") String json) {
        check(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A payload that brings a time which is not understood must not be taken for one without a time. */
    @Property(tries = 2_000)
    void with_a_time_under_any_name_no_value_is_without_one(
            @ForAll("timeNames") String name, @ForAll("times") String time, @ForAll boolean inside) {
        String json = inside
                ? "{\"values\":{\"kwh\":1,\"" + name + "\":" + time + "}}"
                : "{\"" + name + "\":" + time + ",\"values\":{\"kwh\":1}}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Decoded.Accepted accepted = (Decoded.Accepted) JSON.decode(bytes, 0, bytes.length, PayloadForm.DEVICE);
        assertThat(accepted.items()).allSatisfy(i -> assertThat(i.time()).isNotEqualTo(SentTime.NONE));
    }

    private static void check(byte[] bytes) {
        for (PayloadForm form : PayloadForm.values()) {
            Decoded decoded = JSON.decode(bytes, 0, bytes.length, form);
            if (decoded instanceof Decoded.Rejected rejected) {
                said(rejected.detail());
            } else if (decoded instanceof Decoded.Accepted accepted) {
                assertThat(accepted.items()).isNotEmpty().allSatisfy(PayloadPropertyTest::check);
            }
        }
    }

    private static void check(Telemetry item) {
        assertThat(item.values()).isNotEmpty();
        if (item.time() instanceof SentTime.Unreadable time) {
            said(time.detail());
        }
        for (SentValue value : item.values()) {
            if (value instanceof SentValue.Unreadable unreadable) {
                said(unreadable.detail());
            } else {
                assertThat(((SentValue.Readable) value).value()).isFinite();
            }
        }
    }

    private static void said(Bilingual detail) {
        assertThat(detail.en()).isNotBlank().hasSizeLessThan(2_000);
        assertThat(detail.zh()).isNotBlank();
    }

    @Provide
    Arbitrary<byte[]> damaged() throws IOException {
        List<String> payloads = Files.readAllLines(Path.of("../docs/payloads.txt")).stream()
                .filter(l -> l.startsWith("{") || l.startsWith("["))
                .toList();
        return Combinators.combine(Arbitraries.of(payloads), Arbitraries.longs())
                .as(PayloadPropertyTest::damage);
    }

    private static byte[] damage(String payload, long seed) {
        Random random = new Random(seed);
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.of(
                "ts",
                "values",
                "timestamp",
                "Time",
                "t",
                "kwh",
                "sendTime",
                "date",
                "v",
                "flag",
                "用电量",
                "\\ud83d\\ude00",
                "\\ud83d",
                "");
        Arbitrary<String> scalars = Arbitraries.of(
                "1",
                "-1e400",
                "NaN",
                "null",
                "true",
                "\"\"",
                "\"2026-11-20T08:00:00\"",
                "1795132800000",
                "\"1795132800\"",
                "20261120080000",
                "99999999999999999999999",
                "1795132800.5",
                "\"\\ud83d\"",
                "[]",
                "[[1]]",
                "{}");
        Arbitrary<String> flat = members(names, scalars);
        Arbitrary<String> nested = members(names, Arbitraries.oneOf(scalars, flat));
        return Arbitraries.oneOf(nested, nested.list().ofMaxSize(3).map(l -> "[" + String.join(",", l) + "]"));
    }

    private static Arbitrary<String> members(Arbitrary<String> names, Arbitrary<String> contents) {
        return Combinators.combine(names, contents)
                .as((name, content) -> "\"" + name + "\":" + content)
                .list()
                .ofMaxSize(5)
                .map(l -> "{" + String.join(",", l) + "}");
    }

    @Provide
    Arbitrary<String> timeNames() {
        return Arbitraries.of(
                "ts",
                "TS",
                "timestamp",
                "Timestamp",
                "time",
                "Time",
                "datetime",
                "dateTime",
                "DataTime",
                "date_time",
                "collectTime",
                "sample-time",
                "_time",
                "@timestamp",
                "$ts",
                "t",
                "eventTime",
                "sendTime",
                "reportTime",
                "createTime",
                "update_time",
                "uploadtime",
                "date",
                "采集时间",
                "上报时间",
                "utc");
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.of(
                "1795132800000",
                "1795132800",
                "1795132800000000",
                "1795132800000000000",
                "1795132800.25",
                "\"1795132800000\"",
                "\"2026-11-20T08:00:00+08:00\"",
                "\"2026-11-20 08:00:00\"",
                "\"2026/11/20 08:00\"",
                "20261120080000",
                "\"20261120080000\"");
    }
}
