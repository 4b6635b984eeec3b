package io.greenpark.deploy.container;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What runs containers on this machine. */
final class Engine {
    private Engine() {}

    /**
     * Gets it ready, with its images, and returns the environment in which it is used. Where it cannot be had the test is skipped
     * with the reason, which in CI is a failure.
     */
    static Map<String, String> ready(Path checkout) throws IOException, InterruptedException {
        Process images =
                new ProcessBuilder(checkout.resolve("deploy/test-images.sh").toString()).start();
        images.getOutputStream().close();
        String said = new String(images.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        String printed = new String(images.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (images.waitFor() != 0) {
            return cannot(said);
        }
        return printed.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** For Testcontainers, which takes its engine from the environment. */
    static void socketGiven() {
        if (System.getenv("DOCKER_HOST") == null) {
            cannot("DOCKER_HOST is not set; ./greenpark test starts an engine and sets it");
        }
    }

    private static Map<String, String> cannot(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("the tests in containers cannot run: " + why);
        }
        return abort("the tests in containers are left out: " + why);
    }
}
