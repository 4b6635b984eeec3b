package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.greenpark.config.setting.Problems;
import io.greenpark.deploy.app.App;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Role;
import io.greenpark.registry.RegistryService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code channel} beside a Greenpark that runs, with a receiver that takes what it is sent and one that refuses. */
class ChannelCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private int port;
    private App app;
    private HttpServer receiver;

    @BeforeEach
    void open() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean refuses = exchange.getRequestURI().getPath().equals("/refuses");
            exchange.sendResponseHeaders(refuses ? 410 : 204, -1);
            exchange.close();
        });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort();
        Files.writeString(file(), """
                mqtt: {port: 0}
                coap: {port: 0, securePort: 0}
                canary: {enabled: false}
                registry:
                  parks: [{id: p}]
                  enterprises: [{id: e, park: p, industry: food-processing}]
                alerts:
                  recipients:
                    - {name: 值班室, webhook: "%s/takes"}
                    - {name: archive, webhook: "%s/refuses"}
                """.formatted(url, url));
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(file(), List.of("http.port=" + port), data(), problems);
        assertThat(problems.list()).isEmpty();
        app = App.start(
                config, RegistryService.Start.STRICT, data(), EnumSet.allOf(Role.class), Clock.systemUTC(), null);
    }

    @AfterEach
    void close() {
        app.close();
        receiver.stop(0);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() {
        return folder.resolve("my.yaml");
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = GreenparkCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("channel"));
        all.addAll(List.of(words));
        all.addAll(List.of("--config", file().toString(), "--set", "http.port=" + port, "--data", data().toString()));
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void a_test_message_goes_out_by_name_and_what_the_other_side_answered_is_said() throws IOException {
        assertThat(run("list")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("webhook/值班室: not tried yet, 0 waiting", "webhook/archive");

        assertThat(run("test", "值班室")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("webhook/值班室: taken");
        assertThat(received).singleElement().asString().contains("测试消息");

        assertThat(run("test", "webhook", "--to", "archive")).isEqualTo(1);
        assertThat(out.toString()).contains("webhook/archive: not taken: ", "410");

        assertThat(run("test", "值班室")).as("within the same minute").isEqualTo(1);
        assertThat(err.toString()).contains("one test message a minute");

        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("webhook/值班室: delivered ");
    }

    @Test
    void a_name_that_is_none_or_several_is_answered_with_what_there_is() {
        assertThat(run("test", "fax")).isEqualTo(2);
        assertThat(err.toString()).contains("no recipient or group is called \"fax\"", "webhook/archive");
        assertThat(run("test", "webhook")).isEqualTo(2);
        assertThat(err.toString()).contains("\"webhook\" are several", "webhook/值班室");
        assertThat(received).isEmpty();
    }
}
