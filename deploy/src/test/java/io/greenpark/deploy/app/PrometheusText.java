package io.greenpark.deploy.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format 0.0.4, strictly: anything unknown is a failure. */
final class PrometheusText {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (NaN|[+-]?Inf|[-+0-9.eE]+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private record Sample(String name, Map<String, String> labels, double value) {}

    private final Map<String, String> help = new TreeMap<>();
    private final Map<String, String> types = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();

    static PrometheusText parse(String text) {
        PrometheusText parsed = new PrometheusText();
        text.lines().forEach(parsed::line);
        return parsed;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (comment.matches()) {
            Map<String, String> into = comment.group(1).equals("HELP") ? help : types;
            if (into.put(comment.group(2), comment.group(3)) != null) {
                throw new AssertionError("twice: " + line);
            }
        } else if (sample.matches()) {
            sample(sample.group(1), sample.group(2) == null ? "" : sample.group(2), number(sample.group(3)));
        } else {
            throw new AssertionError("no Prometheus text: \"" + line + "\"");
        }
    }

    private static double number(String text) {
        return text.endsWith("Inf")
                ? (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(text);
    }

    private void sample(String name, String labels, double value) {
        Map<String, String> read = new HashMap<>();
        Matcher label = LABEL.matcher(labels);
        int at = 0;
        while (label.find() && label.start() == at) {
            read.put(label.group(1), label.group(2));
            at = label.end();
        }
        if (at != labels.length()) {
            throw new AssertionError("no labels: \"" + labels + "\"");
        }
        samples.add(new Sample(name, read, value));
    }

    /** Names of samples, and of families that have none at present. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(types.keySet());
        samples.forEach(s -> names.add(s.name()));
        return names;
    }

    Set<String> families() {
        return types.keySet();
    }

    String help(String family) {
        return help.getOrDefault(family, "");
    }

    Set<String> labelNames() {
        Set<String> names = new TreeSet<>();
        samples.forEach(s -> names.addAll(s.labels().keySet()));
        return names;
    }

    /** The value of a sample; null if there is none. */
    Double value(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(s -> s.name().equals(name) && s.labels().equals(labels))
                .map(Sample::value)
                .findFirst()
                .orElse(null);
    }
}
