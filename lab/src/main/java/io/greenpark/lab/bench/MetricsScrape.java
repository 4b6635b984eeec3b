package io.greenpark.lab.bench;

import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's metrics page says at one time. */
public record MetricsScrape(String text) {
    private static final Pattern READER = Pattern.compile("greenpark_reader_lag\\{reader=\"([^\"]+)\"} (\\S+)");

    /** Asks a server for it. */
    public static MetricsScrape of(ApiClient api) throws IOException, InterruptedException {
        return new MetricsScrape(api.text("/metrics"));
    }

    /** The sum of a metric's values whose labels contain these characters. */
    public long sum(String name, String labels) throws IOException {
        double[] values = text.lines()
                .filter(l -> l.startsWith(name + "{") || l.startsWith(name + " "))
                .filter(l -> l.contains(labels))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .toArray();
        if (values.length == 0) {
            throw new IOException("/metrics has no " + name + " " + labels);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return (long) sum;
    }

    /** The lag of each reader, in what it counts. */
    public Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        text.lines().forEach(line -> {
            Matcher m = READER.matcher(line);
            if (m.matches()) {
                lags.put(m.group(1), (long) Double.parseDouble(m.group(2)));
            }
        });
        return lags;
    }
}
