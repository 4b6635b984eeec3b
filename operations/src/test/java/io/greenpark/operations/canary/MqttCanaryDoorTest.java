package io.greenpark.operations.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class MqttCanaryDoorTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static MqttCanaryDoor door(ServerSocket server) {
        return new MqttCanaryDoor("tcp://127.0.0.1:" + server.getLocalPort(), "canary", "secret");
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @Test
    void it_stops_at_once_when_interrupted_while_the_door_is_silent() throws Exception {
        try (ServerSocket server = listen()) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    door(server).publish("topic", "{}", LONG);
                } catch (Exception e) {
                    end.complete(e);
                }
            });
            thread.start();
            try (Socket connection = server.accept()) {
                Await.until("it waits for an answer", () -> thread.getState() == Thread.State.TIMED_WAITING);
                thread.interrupt();
                assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            }
        }
    }

    @Test
    void a_silent_door_is_no_answer_in_time() throws Exception {
        try (ServerSocket server = listen()) {
            assertThatThrownBy(() -> door(server).publish("topic", "{}", Duration.ofMillis(300)))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void a_door_that_hangs_up_is_dialled_again() throws Exception {
        try (ServerSocket server = listen()) {
            CountDownLatch dialled = new CountDownLatch(3);
            Thread acceptor = new Thread(() -> {
                try {
                    while (dialled.getCount() > 0) {
                        server.accept().close();
                        dialled.countDown();
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            acceptor.start();
            assertThatThrownBy(() -> door(server).publish("topic", "{}", Duration.ofSeconds(2)))
                    .isInstanceOfAny(IOException.class, TimeoutException.class);
            assertThat(dialled.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void an_unreachable_door_is_named() throws Exception {
        ServerSocket closed = listen();
        closed.close();
        assertThatThrownBy(() -> door(closed).publish("topic", "{}", Duration.ofMillis(100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no MQTT server answers at tcp://127.0.0.1:" + closed.getLocalPort());
    }
}
