package io.greenpark.park.corpus;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.sample.SampleFinding;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A series with its right answer, as {@code corpus/README.md} says how to write it. */
public final class CorpusCase {
    private final String name;
    private ParkTime time = ParkTime.shanghai();
    private final CorpusPoint point = new CorpusPoint();
    private final TreeMap<Long, Sample> samples = new TreeMap<>();
    private final List<Long> corrected = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private long nowMs = Long.MAX_VALUE;
    private long arrivals;
    private boolean findingsStated;

    /**
     * What the books must say of a period.
     *
     * @param figure null where it is missing
     * @param covered for how much of it a value stands; null where that is not said
     * @param estimated how much of the figure is estimated; null where that is not said
     */
    public record Answer(
            Step step,
            long fromMs,
            long toMs,
            @Nullable BigDecimal figure,
            Quality quality,
            @Nullable Duration covered,
            @Nullable BigDecimal estimated) {}

    /** What is told of a sample. */
    public record Told(SampleFinding.Kind kind, Instant time) {}

    private CorpusCase(String name) {
        this.name = name;
    }

    /** All cases of a folder of the corpus. */
    public static List<CorpusCase> all(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(CorpusCase.class.getResource("/corpus/" + folder))
                        .toURI()))) {
            return files.sorted().map(CorpusCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CorpusCase read(Path file) {
        CorpusCase read =
                new CorpusCase(Objects.requireNonNull(file.getFileName()).toString());
        try {
            for (String line : Files.readAllLines(file)) {
                String words = line.replaceFirst("#.*", "").strip();
                if (!words.isEmpty()) {
                    read.line(new ArrayList<>(Arrays.asList(words.split("\\s+"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e, e);
        }
        return read;
    }

    private void line(List<String> words) {
        String first = words.remove(0);
        switch (first) {
            case "zone" -> time = new ParkTime(ZoneId.of(words.get(0)));
            case "point" -> point.facts(words, this::ms);
            case "now" -> nowMs = ms(words.get(0));
            case "sent" -> sent(words);
            case "hour" -> hours(words);
            case "day" -> day(words);
            case "month" -> month(words);
            case "told" -> told(words);
            default -> throw new IllegalArgumentException("a line begins with \"" + first + "\"");
        }
    }

    private void told(List<String> words) {
        findingsStated = true;
        if (!words.get(0).equals("NOTHING")) {
            SampleFinding.Kind kind = SampleFinding.Kind.valueOf(words.get(0));
            told.add(new Told(kind, Instant.ofEpochMilli(ms(words.get(1)))));
        }
    }

    private long ms(String text) {
        Instant at = text.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(time.zone()).toInstant();
        return at.toEpochMilli();
    }

    private static Duration length(String text) {
        return Duration.parse(text.endsWith("d") ? "P" + text.toUpperCase() : "PT" + text.toUpperCase());
    }

    private void sent(List<String> words) {
        long at = ms(words.remove(0));
        long every = 0;
        long until = at;
        if (words.get(0).equals("every")) {
            every = length(words.get(1)).toMillis();
            until = ms(words.get(3));
            words = words.subList(4, words.size());
        }
        BigDecimal value = new BigDecimal(words.get(0));
        BigDecimal more = words.size() > 2 && words.get(1).equals("+") ? new BigDecimal(words.get(2)) : BigDecimal.ZERO;
        Flag flag =
                words.size() > 1 && words.get(1).length() == 1 && !words.get(1).equals("+")
                        ? Flag.ofCode(words.get(1)).orElseThrow()
                        : Flag.NORMAL;
        for (; at <= until; at += Math.max(1, every)) {
            Sample former = samples.put(at, new Sample(at, value.doubleValue(), flag, ++arrivals));
            if (former != null && former.value() != value.doubleValue()) {
                corrected.add(at);
            }
            value = value.add(more);
            if (every == 0) {
                break;
            }
        }
    }

    private void hours(List<String> words) {
        long from = ms(words.remove(0));
        long until = from + 1;
        if (words.get(0).equals("until")) {
            until = ms(words.get(1));
            words = words.subList(2, words.size());
        }
        while (from < until) {
            long to = time.endOf(Step.HOUR, Instant.ofEpochMilli(from)).toEpochMilli();
            answer(Step.HOUR, from, to, words);
            from = to;
        }
    }

    private void day(List<String> words) {
        LocalDate day = LocalDate.parse(words.remove(0));
        answer(Step.DAY, ms(time.startOf(day)), ms(time.startOf(day.plusDays(1))), words);
    }

    private void month(List<String> words) {
        YearMonth month = YearMonth.parse(words.remove(0));
        answer(Step.MONTH, ms(time.startOf(month)), ms(time.startOf(month.plusMonths(1))), words);
    }

    private static long ms(Instant at) {
        return at.toEpochMilli();
    }

    private void answer(Step step, long from, long to, List<String> words) {
        BigDecimal figure = words.get(0).equals("-") ? null : new BigDecimal(words.get(0));
        Duration covered = null;
        BigDecimal estimated = null;
        for (int i = 2; i < words.size(); i++) {
            if (words.get(i).equals("estimated")) {
                estimated = new BigDecimal(words.get(++i));
            } else {
                covered = length(words.get(i));
            }
        }
        answers.add(new Answer(step, from, to, figure, Quality.valueOf(words.get(1)), covered, estimated));
    }

    public Point point() {
        return point.point(time);
    }

    public ParkTime time() {
        return time;
    }

    /** The set of samples: of one time the last. */
    public List<Sample> samples() {
        return List.copyOf(samples.values());
    }

    public List<Long> corrected() {
        return corrected;
    }

    public long nowMs() {
        return nowMs;
    }

    public List<Answer> answers() {
        return answers;
    }

    /** What is told, and nothing else; null where the case does not say. */
    public @Nullable List<Told> told() {
        return findingsStated ? told : null;
    }

    /** From the first day that an answer is about to the end of the last. */
    public long fromMs() {
        long first = answers.stream().mapToLong(Answer::fromMs).min().orElseThrow();
        return ms(time.startOf(time.dayOf(Instant.ofEpochMilli(first))));
    }

    public long toMs() {
        long last = answers.stream().mapToLong(Answer::toMs).max().orElseThrow();
        return ms(time.startOf(time.dayOf(Instant.ofEpochMilli(last - 1)).plusDays(1)));
    }

    @Override
    public String toString() {
        return name;
    }
}
