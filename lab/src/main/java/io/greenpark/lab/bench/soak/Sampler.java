package io.greenpark.lab.bench.soak;

import io.greenpark.lab.bench.MetricsScrape;
import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.AckLatency;
import io.greenpark.lab.machine.BackgroundTask;
import io.greenpark.lab.machine.FolderSize;
import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks at the server at regular times, on a thread of its own. */
final class Sampler implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final String HEAP_USED = "jvm_memory_used_bytes";
    private static final String HEAP = "area=\"heap\"";
    private static final String DIRECT = "id=\"direct\"";

    private final PipelineServer server;
    private final ApiClient api;
    private final AckLatencies acknowledgements;
    private final long everyNanos;
    private final long collectEveryNanos;
    private final long beganNanos = System.nanoTime();
    private final List<SoakSample> samples = new ArrayList<>();
    private final BackgroundTask task;
    private long lastNanos = beganNanos;
    private Duration lastCpu;

    private Sampler(PipelineServer server, AckLatencies acknowledgements, SoakOptions options) throws IOException {
        this.server = server;
        this.api = server.api();
        this.acknowledgements = acknowledgements;
        this.everyNanos = options.sampleEvery().toNanos();
        this.collectEveryNanos = options.collectEvery().toNanos();
        this.lastCpu = server.cpu();
        this.task = BackgroundTask.start("soak-samples", this::look);
    }

    static Sampler start(PipelineServer server, AckLatencies acknowledgements, SoakOptions options) throws IOException {
        return new Sampler(server, acknowledgements, options);
    }

    private void look() throws IOException, InterruptedException {
        long collect = beganNanos + collectEveryNanos;
        for (long due = beganNanos + everyNanos; ; due += everyNanos) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            boolean whole = due >= collect;
            collect += whole ? collectEveryNanos : 0;
            look(whole);
        }
    }

    private void look(boolean whole) throws IOException, InterruptedException {
        MetricsScrape page = MetricsScrape.of(api);
        add(page, whole && server.collectWholeHeap() ? MetricsScrape.of(api).sum(HEAP_USED, HEAP) : 0);
    }

    private void add(MetricsScrape page, long keptHeapBytes) throws IOException {
        long now = System.nanoTime();
        Duration cpu = server.cpu();
        AckLatency answered = acknowledgements.next();
        double seconds = (now - lastNanos) / NANOS;
        samples.add(new SoakSample(
                (now - beganNanos) / NANOS,
                server.residentNowBytes(),
                page.sum(HEAP_USED, HEAP),
                keptHeapBytes,
                page.sum("jvm_buffer_memory_used_bytes", DIRECT),
                page.lags(),
                answered,
                answered.messages() * SoakPark.POINTS_PER_DEVICE / seconds,
                cpu.minus(lastCpu).toNanos() / NANOS / seconds,
                FolderSize.bytes(server.data()),
                page.sum("process_files_open_files", ""),
                page.sum("jvm_threads_live_threads", "")));
        lastNanos = now;
        lastCpu = cpu;
    }

    /** Ends looking; what was seen. */
    List<SoakSample> stop() throws IOException, InterruptedException {
        task.close();
        task.check();
        return List.copyOf(samples);
    }

    @Override
    public void close() throws InterruptedException {
        task.close();
    }
}
