package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.influx.Answer.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** InfluxDB 1.x may drop what it has acknowledged of the first request in a shard; the second time it stays. */
class FirstWritesTest {
    private static final long HOUR = 3_600_000;
    private static final Answer BUSY = new Answer(WriteOutcome.BUSY, 503, "busy", null);

    private final List<String> asked = new ArrayList<>();
    private long nanos = -5;
    private final FirstWrites writes = new FirstWrites(() -> nanos);

    /** A server with shards as long as it likes, that drops what comes first in each. */
    private static final class ForgetfulServer {
        private final long shardMs;
        private final Set<Long> shards = new HashSet<>();
        private final Set<String> held = new HashSet<>();

        private ForgetfulServer(long shardMs) {
            this.shardMs = shardMs;
        }

        private Answer write(String lines) {
            Set<Long> fresh = new HashSet<>();
            lines.lines().forEach(line -> {
                long shard = Math.floorDiv(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)), shardMs);
                if (shards.add(shard)) {
                    fresh.add(shard);
                }
                if (!fresh.contains(shard)) {
                    held.add(line);
                }
            });
            return Answer.OK;
        }
    }

    private Answer send(String lines, Answer answer) {
        return writes.write(lines, body -> {
            asked.add(body);
            return answer;
        });
    }

    private static String line(String point, long timeMs) {
        return "electricity,point=" + point + " value=1,flag=\"a b 7\" " + timeMs + "\n";
    }

    private static void assertAllHeld(FirstWrites writes, long shardMs) {
        ForgetfulServer server = new ForgetfulServer(shardMs);
        Set<String> sent = new HashSet<>();
        for (int request = 0; request < 100; request++) {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                body.append(line("meter" + i % 3, (request * 10L + i - 300) * 900_000));
            }
            body.toString().lines().forEach(sent::add);
            writes.write(body.toString(), server::write);
        }
        assertThat(server.held).isEqualTo(sent);
    }

    @Test
    void nothing_is_lost_whatever_the_length_of_the_shards() {
        assertAllHeld(writes, HOUR);
        assertAllHeld(new FirstWrites(() -> nanos), 24 * HOUR);
        assertAllHeld(new FirstWrites(() -> nanos), 7 * 24 * HOUR);
    }

    @Test
    void only_the_first_lines_of_an_hour_go_twice() {
        send(line("a", 0), Answer.OK);
        assertThat(asked).hasSize(2);
        send(line("b", HOUR - 1), Answer.OK);
        assertThat(asked).hasSize(3);
        send(line("b", HOUR - 1) + line("b", HOUR), Answer.OK);
        assertThat(asked).hasSize(5);
        send(line("b", -1), Answer.OK);
        assertThat(asked).hasSize(7);
    }

    @Test
    void an_hour_that_was_not_written_to_for_minutes_begins_again() {
        send(line("a", 0), Answer.OK);
        nanos += Duration.ofMinutes(4).toNanos();
        send(line("a", 1), Answer.OK);
        nanos += Duration.ofMinutes(4).toNanos();
        send(line("a", 2), Answer.OK);
        assertThat(asked).hasSize(4);
        nanos += Duration.ofMinutes(5).toNanos();
        send(line("a", 3), Answer.OK);
        assertThat(asked).hasSize(6);
    }

    @Test
    void lines_that_were_not_taken_do_not_count_and_do_not_go_twice() {
        assertThat(send(line("a", 0), BUSY)).isEqualTo(BUSY);
        assertThat(asked).hasSize(1);
        send(line("a", 0), Answer.OK);
        assertThat(asked).hasSize(3);
    }

    @Test
    void what_the_server_may_have_lost_begins_again() {
        send(line("a", 0), Answer.OK);
        writes.forget();
        send(line("a", 0), Answer.OK);
        assertThat(asked).hasSize(4);
    }

    @Test
    void the_second_answer_counts() {
        List<Answer> answers = new ArrayList<>(List.of(Answer.OK, BUSY, Answer.OK, Answer.OK));
        assertThat(writes.write(line("a", 0), body -> answers.remove(0))).isEqualTo(BUSY);
        assertThat(writes.write(line("a", 0), body -> answers.remove(0))).isEqualTo(Answer.OK);
        assertThat(answers).isEmpty();
    }
}
