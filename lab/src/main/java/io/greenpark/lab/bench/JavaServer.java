package io.greenpark.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A server of ours in a JVM of its own, {@link JavaServerMain}, with a heap as small as its memory promise needs. */
final class JavaServer extends BenchServer {
    static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-Xms256m", "-XX:MaxDirectMemorySize=64m");

    /** Which server. */
    enum JavaServerKind {
        /** Acknowledges at once and keeps nothing. */
        DISCARD,
        /** Greenpark's ingest role with its durable log. */
        INGEST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private JavaServer(Process process, int port) {
        super(process, port);
    }

    /** @param devices how many devices of {@link BenchPark} it knows */
    static JavaServer start(JavaServerKind kind, Path dir, int devices) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(JVM_OPTIONS);
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path")));
        builder.command().add(JavaServerMain.class.getName());
        builder.command().addAll(List.of(kind.code(), dir.toString(), String.valueOf(devices)));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(JavaServerMain.LISTENING)) {
                return new JavaServer(process, Integer.parseInt(line.substring(JavaServerMain.LISTENING.length())));
            }
        }
        process.destroyForcibly();
        throw new IOException("the " + kind.code() + " server ended before it listened");
    }
}
