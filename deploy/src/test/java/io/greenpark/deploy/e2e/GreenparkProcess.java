package io.greenpark.deploy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.config.machine.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code bin/greenpark run} or {@code demo} as a user starts it, on free ports, with its output beside the data folder. */
final class GreenparkProcess implements AutoCloseable {
    private static final Path CHECKOUT = Path.of(System.getProperty("greenpark.checkout", ".."))
            .toAbsolutePath()
            .normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    final int mqttPort;
    final int coapPort;
    final int coapsPort;
    final int httpPort;
    final Path data;
    private final String command;
    private final List<String> config;
    private final List<String> sets;
    private final List<String> more = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path output;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private int printedBefore;
    private int mostFiles;

    GreenparkProcess(Path config, Path data, List<String> sets) throws IOException {
        this("run", List.of("--config", config.toString()), data, sets);
    }

    private GreenparkProcess(String command, List<String> config, Path data, List<String> sets) throws IOException {
        this.command = command;
        this.config = config;
        this.data = data;
        this.sets = sets;
        output = data.resolveSibling(data.getFileName() + "-output.txt");
        mqttPort = FreePort.take();
        coapPort = FreePort.take();
        coapsPort = FreePort.take();
        httpPort = FreePort.take();
    }

    /** The demo, which brings its own configuration. */
    static GreenparkProcess demo(Path data) throws IOException {
        return new GreenparkProcess("demo", List.of(), data, List.of());
    }

    static Path conf(String name) {
        return CHECKOUT.resolve("deploy/target/greenpark/conf").resolve(name);
    }

    /** A variable of its environment, before it starts. */
    GreenparkProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What of the work it does, before it starts. */
    GreenparkProcess roles(String roles) {
        more.addAll(List.of("--roles", roles));
        return this;
    }

    /** How many files and sockets it may have open, before it starts. */
    GreenparkProcess mostFiles(int files) {
        mostFiles = files;
        return this;
    }

    /** Starts and waits until it says that it is ready. */
    GreenparkProcess start() throws Exception {
        return launch().untilReady();
    }

    /** Starts and returns at once. */
    GreenparkProcess launch() throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(settings());
        words.addAll(more);
        Files.createDirectories(data);
        printedBefore = Files.exists(output) ? printed().length() : 0;
        ProcessBuilder builder = command(words);
        builder.environment().putAll(environment);
        if (mostFiles > 0) {
            builder.command().addAll(0, List.of("bash", "-c", "ulimit -n " + mostFiles + " && exec \"$@\"", "bash"));
        }
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        return this;
    }

    /** Waits until it says that it is ready. */
    GreenparkProcess untilReady() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!printed().substring(printedBefore).contains("Greenpark is ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("greenpark did not start:\n" + printed());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** The options that make another command talk to this process. */
    List<String> settings() {
        List<String> words = new ArrayList<>(config);
        words.addAll(List.of(
                "--data",
                data.toString(),
                "--set",
                "mqtt.port=" + mqttPort,
                "--set",
                "coap.port=" + coapPort,
                "--set",
                "coap.securePort=" + coapsPort,
                "--set",
                "http.port=" + httpPort));
        sets.forEach(s -> words.addAll(List.of("--set", s)));
        return words;
    }

    /** Another greenpark command. */
    static ProcessBuilder command(List<String> words) {
        List<String> line = new ArrayList<>(List.of(
                CHECKOUT.resolve("deploy/target/greenpark/bin/greenpark").toString()));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(Map.of("GREENPARK_HEAP", "512m"));
        return builder;
    }

    /** Everything it has printed. */
    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9: no orderly shutdown. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as a service manager stops it; returns its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("greenpark did not end within a minute of its SIGTERM:\n" + printed());
        }
        return process.exitValue();
    }

    /** Its process id. */
    long pid() {
        return process.pid();
    }

    /** An answer of the API; the token is the one the process wrote at its first start. */
    JsonNode api(String path) throws Exception {
        return answer(path, HttpRequest.newBuilder().GET());
    }

    /** The API's answer to a JSON text. */
    JsonNode post(String path, String json) throws Exception {
        return answer(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The API's answer to a part of a file. */
    JsonNode patch(String path, byte[] part) throws Exception {
        return answer(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/octet-stream")
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(part)));
    }

    /** What lies at a path of the API that is no JSON. */
    byte[] bytes(String path) throws Exception {
        return good(path, HttpRequest.newBuilder().GET());
    }

    private JsonNode answer(String path, HttpRequest.Builder request) throws Exception {
        return JSON.readTree(good(path, request));
    }

    private byte[] good(String path, HttpRequest.Builder request) throws Exception {
        String token = Files.readString(data.resolve("credentials/api-token")).strip();
        HttpResponse<byte[]> answer = http.send(
                request.uri(URI.create("http://127.0.0.1:" + httpPort + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
