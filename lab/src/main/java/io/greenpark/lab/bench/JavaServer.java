package io.greenpark.lab.bench;

import io.greenpark.lab.machine.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A server of ours in a JVM of its own, {@link JavaServerMain}, with a heap as small as its memory promise needs. */
final class JavaServer extends BenchServer {
    static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-Xms256m", "-XX:MaxDirectMemorySize=64m");

    private JavaServer(Process process, int port) {
        super(process, port);
    }

    /** One that acknowledges at once and keeps nothing. */
    static JavaServer discard(Path dir) throws IOException {
        return start(JavaServerMain.DISCARD, dir, 0);
    }

    /** Greenpark's ingest role with its durable log; knows so many devices of {@link BenchPark}. */
    static JavaServer ingest(Path dir, int devices) throws IOException {
        return start(JavaServerMain.INGEST, dir, devices);
    }

    private static JavaServer start(String kind, Path dir, int devices) throws IOException {
        Process process = new ProcessBuilder(JavaCommand.of(
                        JVM_OPTIONS,
                        JavaServerMain.class.getName(),
                        List.of(kind, dir.toString(), String.valueOf(devices))))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(JavaServerMain.LISTENING)) {
                return new JavaServer(process, Integer.parseInt(line.substring(JavaServerMain.LISTENING.length())));
            }
        }
        process.destroyForcibly();
        throw new IOException("the " + kind + " server ended before it listened");
    }
}
