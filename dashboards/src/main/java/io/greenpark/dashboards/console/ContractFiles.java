package io.greenpark.dashboards.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.dashboards.api.Api;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The contract of the API as files that anybody may fetch: {@code /api/openapi.yaml} as it is written, {@code /api/openapi.json}
 * for programs that read no YAML. Their server is this installation.
 */
final class ContractFiles {
    /** The server that the contract names where it is written. */
    private static final String WRITTEN_SERVER = "http://localhost:8080";

    private final String yaml;
    private @Nullable String json;

    ContractFiles(String publicUrl) {
        this.yaml = written().replace(WRITTEN_SERVER, publicUrl);
    }

    /** Made when it is first asked for, as few do. */
    private synchronized String json() throws JsonProcessingException {
        if (json == null) {
            Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            json = new ObjectMapper().writeValueAsString(content);
        }
        return json;
    }

    private static String written() {
        try (InputStream in = ContractFiles.class.getClassLoader().getResourceAsStream(Api.CONTRACT)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTo(Router router) {
        router.route("/api/openapi.yaml")
                .handler(Console::readingOnly)
                .handler(ctx -> serve(ctx, "application/yaml", yaml));
        router.route("/api/openapi.json").handler(Console::readingOnly).handler(ctx -> ctx.vertx()
                .executeBlocking(this::json)
                .onSuccess(text -> serve(ctx, "application/json", text))
                .onFailure(ctx::fail));
    }

    private static void serve(RoutingContext ctx, String type, String text) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(text);
    }
}
