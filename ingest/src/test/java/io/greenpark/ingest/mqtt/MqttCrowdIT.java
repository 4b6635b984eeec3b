package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.intake.IntakeConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More clients at once than there are places for those that have not signed in. */
class MqttCrowdIT {
    /** The devices' own handshakes share the machine with all else that is tested. */
    private static final String PATIENT = "60s";

    @TempDir
    Path dir;

    private TestCertificate certificate;
    private SSLSocketFactory tls;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<AutoCloseable> opened = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void make() throws Exception {
        certificate = TestCertificate.make(dir);
        tls = certificate.trusted();
    }

    @AfterEach
    void end() throws Exception {
        threads.shutdownNow();
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private RunningDoor door(Map<String, String> settings) throws Exception {
        return new RunningDoor(dir, certificate.settings(settings), IntakeConfig.DEFAULT);
    }

    private static String address(int number) {
        return "127.0." + (1 + number / 200) + "." + (1 + number % 200);
    }

    /** A device's first attempt: what it is answered. */
    private byte[] signIn(RunningDoor door, String from, int number) throws IOException {
        Socket plain = new Socket("127.0.0.1", door.door.tlsPort(), InetAddress.getByName(from), 0);
        plain.setSoTimeout(60_000);
        RawClient client = new RawClient(tls.createSocket(plain, "127.0.0.1", door.door.tlsPort(), true));
        opened.add(client);
        return client.connect(4, "device-" + number, "m1", "secret-m1").read();
    }

    private void allGetInAtOnce(RunningDoor door, int devices, IntFunction<String> from) throws Exception {
        CountDownLatch powerIsBack = new CountDownLatch(1);
        List<Future<byte[]>> attempts = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            int number = i;
            attempts.add(threads.submit(() -> {
                powerIsBack.await();
                return signIn(door, from.apply(number), number);
            }));
        }
        powerIsBack.countDown();
        for (Future<byte[]> attempt : attempts) {
            assertThat(attempt.get()).containsExactly(0x20, 2, 0, 0);
        }
        assertThat(door.door.status().connections()).isEqualTo(devices);
    }

    @Test
    void devices_of_one_address_all_get_in_at_their_first_attempt() throws Exception {
        try (RunningDoor door = door(Map.of("maxStrangersPerAddress", "3", "connectTimeout", PATIENT))) {
            allGetInAtOnce(door, 300, number -> "127.0.0.1");
        }
    }

    @Test
    void devices_of_many_addresses_all_get_in_at_their_first_attempt() throws Exception {
        try (RunningDoor door = door(Map.of("maxConnections", "301", "connectTimeout", PATIENT))) {
            allGetInAtOnce(door, 300, MqttCrowdIT::address);
        }
    }

    /** The first handshake takes a JVM so long that the door might take the device for silent. */
    private void warmUp(RunningDoor door) throws IOException {
        assertThat(signIn(door, "127.0.0.1", 0)).containsExactly(0x20, 2, 0, 0);
    }

    @Test
    void silent_strangers_of_many_addresses_who_come_back_at_once_keep_no_device_out() throws Exception {
        try (RunningDoor door = door(Map.of("maxConnections", "20", "connectTimeout", "8s"))) {
            try (Strangers strangers = new Strangers(door.door.tlsPort(), new byte[0])) {
                warmUp(door);
                strangers.come(40);
                assertThat(signIn(door, "127.0.0.1", 1)).containsExactly(0x20, 2, 0, 0);
            }
        }
    }

    @Test
    void nor_do_strangers_that_dribble() throws Exception {
        byte[] beginningOfClientHello = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC, 3, 3};
        byte[] beginningOfConnect = {0x10, 0x7F, 0, 4, 'M', 'Q', 'T', 'T', 4, 2};
        try (RunningDoor door = door(Map.of("maxConnections", "20", "connectTimeout", "8s"))) {
            try (Strangers strangers = new Strangers(door.door.tlsPort(), beginningOfClientHello);
                    Strangers others = new Strangers(door.port(), beginningOfConnect)) {
                warmUp(door);
                strangers.come(20);
                others.come(20);
                assertThat(signIn(door, "127.0.0.1", 1)).containsExactly(0x20, 2, 0, 0);
                try (RawClient plain = new RawClient(door.port())) {
                    assertThat(plain.connect(4, "plain", "m2", "secret-m2").read())
                            .containsExactly(0x20, 2, 0, 0);
                }
            }
        }
    }

    /** They come back as often as they are closed, each from an address of its own. */
    private final class Strangers implements AutoCloseable {
        private static final int DRIBBLE_MS = 100;
        private final int port;
        private final byte[] bytes;
        private final AtomicBoolean over = new AtomicBoolean();
        private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

        Strangers(int port, byte[] bytes) {
            this.port = port;
            this.bytes = bytes;
        }

        void come(int number) throws IOException {
            for (int i = 0; i < number; i++) {
                String from = address(200 + i);
                Socket first = open(from);
                threads.execute(() -> stay(first, from));
            }
        }

        private Socket open(String from) throws IOException {
            Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
            socket.setSoTimeout(DRIBBLE_MS);
            sockets.add(socket);
            return socket;
        }

        private void stay(Socket first, String from) {
            Socket socket = first;
            try {
                while (!over.get()) {
                    untilClosed(socket);
                    socket.close();
                    socket = open(from);
                }
            } catch (IOException e) {
                // The test is over.
            }
        }

        private void untilClosed(Socket socket) throws IOException {
            for (int i = 0; !over.get(); i++) {
                try {
                    if (i < bytes.length) {
                        socket.getOutputStream().write(bytes[i]);
                    }
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (SocketTimeoutException e) {
                    // Silence, which is what it wants.
                } catch (SocketException e) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            over.set(true);
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
