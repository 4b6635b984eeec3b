package io.greenpark.deploy.app;

import io.greenpark.config.setting.Problems;
import io.greenpark.registry.RegistryService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The whole process on free ports, with the measured plants' registry. */
final class RunningApp implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path data;
    private final App app;

    private RunningApp(Path data, App app) {
        this.data = data;
        this.app = app;
    }

    static RunningApp open(Path data, String... sets) throws Exception {
        List<String> all = new ArrayList<>(List.of("mqtt.port=0", "coap.port=0", "coap.securePort=0", "http.port=0"));
        all.addAll(List.of(sets));
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(Path.of("conf/real-plants.yaml"), all, data, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.list().toString());
        }
        return new RunningApp(
                data,
                App.start(
                        config,
                        RegistryService.Start.STRICT,
                        data,
                        EnumSet.allOf(Role.class),
                        Clock.systemUTC(),
                        null));
    }

    String token() throws Exception {
        return Files.readString(data.resolve("credentials/api-token")).strip();
    }

    HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(app.url() + path))
                .header("Authorization", "Bearer " + token())
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        app.close();
    }
}
