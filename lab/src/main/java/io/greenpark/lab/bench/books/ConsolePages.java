package io.greenpark.lab.bench.books;

import io.greenpark.lab.bench.PipelinePark;
import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the pages of the console ask the API for, asked as a browser does: all at once, over six connections. */
final class ConsolePages implements AutoCloseable {
    private static final int CONNECTIONS_OF_A_BROWSER = 6;
    private static final int TIMES = 100;
    private static final int WARM_UP = 20;
    /** Each time of another enterprise. */
    private static final int FAR_APART = 7;

    private static final double MILLION = 1e6;
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final ApiClient api;
    private final int enterprises;
    private final int year;
    private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS_OF_A_BROWSER);

    /**
     * How long a page takes.
     *
     * @param bytes of its answers, not compressed, the last time
     * @param ms until the last answer is there, sorted
     */
    record PageTimes(String page, int requests, long bytes, List<Double> ms) {}

    private record Page(String name, String accept, List<String> paths) {}

    /** @param year that the history lies in */
    ConsolePages(ApiClient api, int enterprises, int year) {
        this.api = api;
        this.enterprises = enterprises;
        this.year = year;
    }

    List<PageTimes> measure() throws IOException, InterruptedException {
        List<PageTimes> all = new ArrayList<>();
        for (int kind = 0; kind < pages(0).size(); kind++) {
            all.add(measure(kind));
        }
        return all;
    }

    private PageTimes measure(int kind) throws IOException, InterruptedException {
        List<Double> ms = new ArrayList<>();
        Page page = pages(0).get(kind);
        long bytes = 0;
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            page = pages(i * FAR_APART % enterprises).get(kind);
            long begun = System.nanoTime();
            bytes = load(page);
            if (i >= WARM_UP) {
                ms.add((System.nanoTime() - begun) / MILLION);
            }
        }
        Collections.sort(ms);
        return new PageTimes(page.name(), page.paths().size(), bytes, ms);
    }

    private long load(Page page) throws IOException, InterruptedException {
        List<Future<Integer>> answers = new ArrayList<>();
        for (String path : page.paths()) {
            answers.add(connections.submit(
                    () -> api.text("/api/v1" + path, page.accept()).getBytes(StandardCharsets.UTF_8).length));
        }
        long bytes = 0;
        for (Future<Integer> answer : answers) {
            try {
                bytes += answer.get();
            } catch (ExecutionException e) {
                throw new IOException("page \"" + page.name() + "\" is not answered", e.getCause());
            }
        }
        return bytes;
    }

    private List<Page> pages(int number) {
        String enterprise = "/enterprises/" + PipelinePark.enterprise(number);
        String thisYear = "from=" + year + "-01-01&to=" + (year + 1) + "-01-01";
        String yearBefore = "from=" + (year - 1) + "-01-01&to=" + year + "-01-01";
        String bothYears = "from=" + (year - 1) + "-01-01&to=" + (year + 1) + "-01-01";
        String gauges = PipelinePark.device(number) + "-k8," + PipelinePark.device(number) + "-k9";
        return List.of(
                page(
                        "overview",
                        "/session",
                        "/health",
                        "/standings?scope=district,park,enterprise&limit=10000",
                        "/alerts?state=open&limit=8"),
                page(
                        "enterprise",
                        enterprise,
                        enterprise + "/energy?step=month&" + thisYear,
                        enterprise + "/energy?step=month&" + yearBefore,
                        enterprise + "/intensity?" + bothYears,
                        "/alerts?enterprise=" + PipelinePark.enterprise(number) + "&state=open&limit=20",
                        "/series?step=day&points=" + gauges + "&" + thisYear),
                page("cases", "/alerts?state=open"),
                page("outlets", "/outlets?limit=10000"),
                page("points", "/points/newest?limit=10000"),
                new Page("points as a file", CSV, List.of("/points/newest")));
    }

    private static Page page(String name, String... paths) {
        return new Page(name, JSON, List.of(paths));
    }

    @Override
    public void close() {
        connections.shutdownNow();
    }
}
