package io.greenpark.park.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.greenpark.park.Await;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * A container with one port, published on the loopback. Taken away and brought back it is the same container, so its port
 * and its files stay.
 */
public final class ContainerServer implements TestServer {
    /** Marks the containers of tests, so that those of a killed test run can be found and removed. */
    private static final String LABEL = "io.greenpark.test";
    /** By which a run of all tests finds what it left, and nobody else's. */
    private static final String RUN = System.getenv().getOrDefault("GREENPARK_TEST_RUN", "alone");

    private static final int GRACE_SECONDS = 20;

    private final GenericContainer<?> container;

    /**
     * Not started yet.
     *
     * @param image as {@code compose.yaml} names it
     * @param hostPort on the loopback of this machine
     */
    public ContainerServer(String image, int hostPort, int port) {
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(port)
                .withLabel(LABEL, RUN);
        container.setPortBindings(List.of("127.0.0.1:" + hostPort + ":" + port));
    }

    /** With a file in it. */
    public ContainerServer file(String path, String text) {
        container.withCopyToContainer(Transferable.of(text), path);
        return this;
    }

    public ContainerServer environment(Map<String, String> environment) {
        container.withEnv(environment);
        return this;
    }

    /** With another command than the image's. */
    public ContainerServer command(List<String> words) {
        container.withCommand(words.toArray(String[]::new));
        return this;
    }

    /** With a folder in memory, which does not outlive a stop. */
    public ContainerServer inMemory(String folder) {
        container.withTmpFs(Map.of(folder, "rw"));
        return this;
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    private String id() {
        return container.getContainerId();
    }

    @Override
    public void start() {
        if (id() == null) {
            container.start();
        } else {
            docker().startContainerCmd(id()).exec();
            Wait.forListeningPort().waitUntilReady(container);
        }
    }

    @Override
    public void stop() {
        try {
            docker().stopContainerCmd(id()).withTimeout(GRACE_SECONDS).exec();
        } catch (NotModifiedException e) {
            // It has ended by itself.
        }
    }

    @Override
    public void kill() {
        docker().killContainerCmd(id()).exec();
        Await.until("the container has ended", () -> !isRunning());
    }

    @Override
    public boolean isRunning() {
        return id() != null && container.isRunning();
    }

    @Override
    public String printed() {
        return id() == null ? "" : container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
