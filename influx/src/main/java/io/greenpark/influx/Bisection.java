package io.greenpark.influx;

import io.greenpark.influx.Answer.WriteOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the lines of a refused batch that are to blame and gets the others written. The batch is divided by measurement,
 * since a conflict of types concerns one, then halved; a part that is written, or blamed as a whole, is done. The order
 * is fixed, no line is sent twice in parts of one size, and a batch of n lines never takes more than 2n requests.
 */
final class Bisection {
    private final Function<String, Answer> server;
    private final Function<Answer, InfluxFailure> failure;
    private final List<RefusedLine> refused = new ArrayList<>();

    /**
     * @param server sends lines and tells the answer
     * @param failure what to throw when an answer says that the server cannot write now
     */
    Bisection(Function<String, Answer> server, Function<Answer, InfluxFailure> failure) {
        this.server = server;
        this.failure = failure;
    }

    /**
     * Settles a batch that has its first answer.
     *
     * @return the lines that were refused for good; the server holds all others
     * @throws InfluxFailure if the server cannot write now; the whole batch must be sent again later
     */
    List<RefusedLine> settle(String body, Answer answer) {
        if (answer.outcome() != WriteOutcome.WRITTEN) {
            settle(body.lines().toList(), answer, false);
        }
        return refused;
    }

    private void settle(List<String> lines, Answer answer, boolean divided) {
        if (answer.outcome() == WriteOutcome.WRITTEN) {
            return;
        }
        if (answer.outcome() != WriteOutcome.LINES && answer.outcome() != WriteOutcome.TOO_LARGE) {
            throw failure.apply(answer);
        }
        if (lines.size() == 1 || answer.blamesAll(lines.size())) {
            lines.forEach(line -> refused.add(new RefusedLine(line, answer.reason(), answer.words())));
            return;
        }
        List<List<String>> parts = divided ? List.of() : byMeasurement(lines);
        for (List<String> part : parts.size() > 1 ? parts : halves(lines)) {
            settle(part, server.apply(String.join("\n", part) + "\n"), true);
        }
    }

    /** Lines keep their order within a measurement, so that of two lines of one point the later still counts. */
    private static List<List<String>> byMeasurement(List<String> lines) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String line : lines) {
            parts.computeIfAbsent(RefusedLine.measurement(line), m -> new ArrayList<>())
                    .add(line);
        }
        return List.copyOf(parts.values());
    }

    private static List<List<String>> halves(List<String> lines) {
        int half = lines.size() / 2;
        return List.of(lines.subList(0, half), lines.subList(half, lines.size()));
    }
}
