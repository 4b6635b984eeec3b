package io.greenpark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code docs/payloads.txt}: what becomes of the payloads that devices send. */
class PayloadCorpusTest {
    private static final Path CORPUS = Path.of("../docs/payloads.txt");
    private static final String TITLE = "== ";
    private static final String OF_GATEWAY = "gateway: ";
    private static final long ARRIVAL =
            OffsetDateTime.parse("2026-11-20T08:05:00+08:00").toInstant().toEpochMilli();

    private record Case(String title, String payload, List<String> outcome) {
        boolean ofGateway() {
            return title.startsWith(OF_GATEWAY);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS)) {
            Case last = cases.isEmpty() ? null : cases.get(cases.size() - 1);
            if (line.startsWith(TITLE)) {
                cases.add(new Case(line.substring(TITLE.length()), "", List.of()));
            } else if (last != null && !line.isBlank() && !line.startsWith("#")) {
                cases.set(cases.size() - 1, with(last, line));
            }
        }
        return cases.stream();
    }

    private static Case with(Case c, String line) {
        return c.payload().isEmpty()
                ? new Case(c.title(), line, List.of())
                : new Case(
                        c.title(),
                        c.payload(),
                        Stream.concat(c.outcome().stream(), Stream.of(line)).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomes_of_it_what_the_corpus_says(Case c) {
        ValidatedMessage message = validate(c);
        List<String> expected = c.outcome();
        assertThat(expected).as("outcome").isNotEmpty();
        assertThat(message.readings().stream().map(PayloadCorpusTest::kept))
                .containsExactlyElementsOf(expected.stream()
                        .filter(l -> l.startsWith("kept "))
                        .map(PayloadCorpusTest::withInstant)
                        .toList());
        List<String> refusals =
                expected.stream().filter(l -> l.startsWith("refused ")).toList();
        assertThat(message.deadLetters().stream().map(PayloadCorpusTest::refused))
                .as(details(message))
                .containsExactlyElementsOf(
                        refusals.stream().map(l -> l.substring(0, colon(l))).toList());
        for (int i = 0; i < refusals.size(); i++) {
            assertThat(message.deadLetters().get(i).detail().en())
                    .contains(refusals.get(i)
                            .substring(colon(refusals.get(i)) + 1)
                            .strip());
        }
        assertThat(refusals.size() + message.readings().size()).isEqualTo(expected.size());
    }

    private static ValidatedMessage validate(Case c) {
        MessageValidators validators = new MessageValidators(
                new RegistrySource() {
                    @Override
                    public Registry current() {
                        return TestPark.registry();
                    }

                    @Override
                    public void onChange(Consumer<RegistryChange> listener) {
                        // This park never changes.
                    }
                },
                IntakeConfig.DEFAULT.clockTolerance());
        Principal.Kind kind = c.ofGateway() ? Principal.Kind.GATEWAY : Principal.Kind.DEVICE;
        byte[] bytes = c.payload().getBytes(StandardCharsets.UTF_8);
        return validators
                .forSender(MessageSender.of(new Principal(kind, c.ofGateway() ? "gw" : "m1")), Door.MQTT)
                .validate(
                        c.ofGateway() ? null : "m1",
                        new TelemetryJson()
                                .decode(
                                        bytes,
                                        0,
                                        bytes.length,
                                        c.ofGateway() ? PayloadForm.GATEWAY : PayloadForm.DEVICE),
                        ARRIVAL,
                        () -> Excerpt.of(bytes));
    }

    private static String kept(Reading reading) {
        return kept(reading.key(), reading.value(), reading.timeMs());
    }

    private static String kept(String key, double value, long timeMs) {
        return String.format(Locale.ROOT, "kept %s = %s at %d", key, value, timeMs);
    }

    /** A line of the corpus, with value and time as numbers. */
    private static String withInstant(String line) {
        String[] words = line.split(" ");
        long timeMs = words[5].equals("arrival")
                ? ARRIVAL
                : OffsetDateTime.parse(words[5]).toInstant().toEpochMilli();
        return kept(words[1], Double.parseDouble(words[3]), timeMs);
    }

    private static String refused(DeadLetter letter) {
        return "refused " + (letter.key() == null ? "-" : letter.key()) + " "
                + letter.reason().code();
    }

    private static int colon(String line) {
        return line.indexOf(": ");
    }

    private static String details(ValidatedMessage message) {
        return message.deadLetters().stream()
                .map(l -> l.key() + ": " + l.detail().en())
                .collect(Collectors.joining("\n"));
    }
}
