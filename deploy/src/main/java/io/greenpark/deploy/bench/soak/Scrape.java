package io.greenpark.deploy.bench.soak;

import io.greenpark.deploy.bench.PipelineServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server's metrics page. */
final class Scrape {
    private static final int OK = 200;
    private static final Pattern READER = Pattern.compile("greenpark_reader_lag\\{reader=\"([^\"]+)\"} (\\S+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    Scrape(PipelineServer server) throws IOException {
        request = HttpRequest.newBuilder(server.console().resolve("/metrics"))
                .header("Authorization", "Bearer " + server.token())
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** What the page says, line by line. */
    record Page(String text) {
        /** The sum of a metric's values whose labels contain these characters. */
        long sum(String name, String labels) throws IOException {
            double[] values = text.lines()
                    .filter(l -> l.startsWith(name + "{") || l.startsWith(name + " "))
                    .filter(l -> l.contains(labels))
                    .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                    .toArray();
            if (values.length == 0) {
                throw new IOException("/metrics does not tell " + name + " " + labels);
            }
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return (long) sum;
        }

        /** The lag of each reader, in what it counts. */
        Map<String, Long> lags() {
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

    Page page() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("/metrics answered " + answer.statusCode() + ": " + answer.body());
        }
        return new Page(answer.body());
    }
}
