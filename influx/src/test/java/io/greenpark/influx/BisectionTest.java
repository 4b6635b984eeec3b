package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.influx.Answer.WriteOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectionTest {
    private static final String CONFLICT = "partial write: field type conflict: … dropped=";

    private final Set<String> held = new LinkedHashSet<>();
    private final List<String> requests = new ArrayList<>();

    private static String lines(int n, String measurement) {
        return IntStream.range(0, n)
                .mapToObj(i -> measurement + " v=" + i + " " + i + "\n")
                .collect(Collectors.joining());
    }

    /** A server that refuses a request with a bad line as a whole, and says how many were to blame. */
    private Answer ask(String body) {
        requests.add(body);
        List<String> lines = body.lines().toList();
        long bad = lines.stream().filter(l -> l.contains("bad")).count();
        if (bad == 0) {
            held.addAll(lines);
            return Answer.OK;
        }
        return new Answer(WriteOutcome.LINES, 400, CONFLICT + bad, null);
    }

    private List<RefusedLine> settle(String body) {
        requests.clear();
        return new Bisection(this::ask, a -> new InfluxFailure(a, "InfluxDB", InfluxConfig.to("http://x")))
                .settle(body, ask(body));
    }

    @Test
    void a_batch_that_is_written_is_not_sent_again() {
        assertThat(settle(lines(100, "m"))).isEmpty();
        assertThat(requests).hasSize(1);
    }

    @Test
    void one_bad_line_among_thousands_takes_two_requests_per_halving() {
        String body = lines(3_000, "m") + "m v=bad 3000\n" + lines(1_095, "m");
        List<RefusedLine> refused = settle(body);
        assertThat(refused).extracting(RefusedLine::line).containsExactly("m v=bad 3000");
        assertThat(refused.get(0).words()).contains("field type conflict");
        assertThat(held)
                .containsAll(body.lines().filter(l -> !l.contains("bad")).toList());
        assertThat(requests).hasSizeLessThanOrEqualTo(1 + 2 * 12);
    }

    @Test
    void a_bad_measurement_costs_one_request() {
        String body = IntStream.range(0, 2_000)
                .mapToObj(i -> (i % 2 == 0 ? "good" : "bad") + ",p=a v=1 " + i + "\n")
                .collect(Collectors.joining());
        assertThat(settle(body)).hasSize(1_000);
        assertThat(held).hasSize(1_000);
        assertThat(requests).hasSize(3);
    }

    @Test
    void any_pattern_of_bad_lines_takes_at_most_two_requests_per_line() {
        for (int seed = 0; seed < 50; seed++) {
            int s = seed;
            String body = IntStream.range(0, 64)
                    .mapToObj(i -> "m v=" + ((i * 31 + s) % (2 + s % 7) == 0 ? "bad" : "good") + " " + i + "\n")
                    .collect(Collectors.joining());
            List<RefusedLine> first = settle(body);
            List<String> asked = List.copyOf(requests);
            assertThat(settle(body)).isEqualTo(first);
            assertThat(requests).isEqualTo(asked).hasSizeLessThan(2 * 64);
            assertThat(first)
                    .hasSize((int) body.lines().filter(l -> l.contains("bad")).count());
        }
    }

    @Test
    void a_request_too_large_is_halved_until_it_fits() {
        List<RefusedLine> refused = new Bisection(
                        body -> body.length() > 60
                                ? new Answer(WriteOutcome.TOO_LARGE, 413, "too large", null)
                                : ask(body),
                        a -> new InfluxFailure(a, "InfluxDB", InfluxConfig.to("http://x")))
                .settle(
                        lines(20, "m") + "m v=" + "9".repeat(70) + " 1\n",
                        new Answer(WriteOutcome.TOO_LARGE, 413, "", null));
        assertThat(held).hasSize(20);
        assertThat(refused).hasSize(1).allSatisfy(r -> assertThat(r.reason()).isEqualTo(RefusalReason.TOO_LARGE));
    }

    @Test
    void a_server_going_away_ends_the_search_without_losing_lines() {
        Answer away = new Answer(WriteOutcome.AWAY, 0, "connection refused", null);
        assertThatThrownBy(() -> new Bisection(
                                body -> away, a -> new InfluxFailure(a, "InfluxDB", InfluxConfig.to("http://x")))
                        .settle("a v=bad 1\nb v=1 1\n", new Answer(WriteOutcome.LINES, 400, CONFLICT + 1, null)))
                .isInstanceOf(InfluxFailure.class)
                .hasMessageContaining("cannot be reached");
    }
}
