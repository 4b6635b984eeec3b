package io.greenpark.sim.simulate;

import io.greenpark.sim.client.Sender;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Sends over one connection per device or gateway, opened when first needed. */
public final class SenderSink implements TelemetrySink, AutoCloseable {
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();
    private final Function<String, Sender> connect;

    /**
     * @param connect opens the connection of a device or gateway
     */
    public SenderSink(Function<String, Sender> connect) {
        this.connect = connect;
    }

    @Override
    public CompletionStage<Void> send(String sender, String topic, String payload) {
        return senders.computeIfAbsent(sender, connect).send(topic, payload);
    }

    @Override
    public void close() {
        senders.values().forEach(Sender::close);
    }
}
