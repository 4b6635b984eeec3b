package io.greenpark.lab.bench.books;

import io.greenpark.lab.bench.LagWatch;
import io.greenpark.lab.bench.PipelinePark;
import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.DeviceSecrets;
import io.greenpark.sim.client.MqttSender;
import io.greenpark.sim.client.RetryTimeout;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Readings that come late, one at a time: between two hours that are long booked, of a register, and right. */
final class LateReadings implements AutoCloseable {
    private static final double MILLION = 1e6;
    /** What a register shows between two readings is a little more than at the first. */
    private static final double A_LITTLE = 0.11;

    private final PipelineServer server;
    private final LoadOptions history;
    private final ApiClient api;
    private final DeviceSecrets secrets;
    private final Map<String, MqttSender> senders = new HashMap<>();

    LateReadings(PipelineServer server, LoadOptions history) {
        this.server = server;
        this.history = history;
        this.api = server.api();
        this.secrets = DeviceSecrets.of(server.data());
    }

    /** Sends one; returns the milliseconds from its acknowledgement until every reader has seen it and all is booked. */
    double booked(int enterprise, int number) throws IOException, InterruptedException {
        String device = PipelinePark.device(enterprise);
        MqttSender sender = senders.computeIfAbsent(device, this::connect);
        long half = history.messagesPerClient() / 2;
        long sequence = half + number % Math.max(1, half);
        String json = String.format(
                Locale.ROOT,
                "{\"ts\":%d,\"values\":{\"k0\":%.2f}}",
                history.timeMs(sequence) + history.stepMs() / 2,
                history.value(sequence, 0) + A_LITTLE);
        try {
            sender.send(LoadClient.device(device, "").topic(), json)
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("a late reading was not acknowledged: " + e.getCause(), e);
        }
        long begun = System.nanoTime();
        while (LagWatch.largestNow(api) > 0) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - begun) / MILLION;
    }

    private MqttSender connect(String device) {
        DeviceSecrets.Secret secret = secrets.of(device);
        String url = "tcp://" + server.address().getHostString() + ":"
                + server.address().getPort();
        return new MqttSender(
                new MqttSender.Account(url, device, secret.id(), secret.password()), 1, RetryTimeout.DEFAULT);
    }

    @Override
    public void close() {
        senders.values().forEach(MqttSender::close);
    }
}
