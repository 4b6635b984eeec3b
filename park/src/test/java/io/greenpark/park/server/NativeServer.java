package io.greenpark.park.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this machine, with its output in a folder that is removed with it. */
public final class NativeServer implements TestServer {
    private static final int GRACE_SECONDS = 20;

    private final List<String> command;
    private final String aptPackage;
    private final Path folder;
    private Process process;

    /**
     * Not started yet.
     *
     * @param aptPackage what to install where the program is missing
     * @param folder where it keeps its files, and its output
     */
    public NativeServer(List<String> command, String aptPackage, Path folder) {
        this.command = command;
        this.aptPackage = aptPackage;
        this.folder = folder;
    }

    private Path output() {
        return folder.resolve("output.log");
    }

    @Override
    public void start() {
        try {
            process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.get(0) + " cannot be started; install it: apt-get install " + aptPackage, e);
        }
    }

    @Override
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public String printed() {
        try {
            return Files.exists(output()) ? Files.readString(output()) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
        // A server that runs as another user owns some of them.
        ServerFiles.run("rm", "-rf", folder.toString());
    }
}
