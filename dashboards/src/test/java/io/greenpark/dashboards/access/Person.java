package io.greenpark.dashboards.access;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Somebody with an account and a key of it, who asks the console. */
final class Person {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final SampleConsole console;
    private final String name;
    private final String key;

    private Person(SampleConsole console, String name, String key) {
        this.console = console;
        this.name = name;
        this.key = key;
    }

    /** Makes an account of these grants. */
    static Person with(SampleConsole console, String name, Set<Grant> grants) {
        return with(console, name, null, grants);
    }

    /** The same with a mail address. */
    static Person with(SampleConsole console, String name, @Nullable String email, Set<Grant> grants) {
        Viewer admin = Viewer.ofAll("officer");
        console.identities()
                .accounts()
                .create(name, new io.greenpark.access.account.UserAccount.Person(name, email, null), grants, admin);
        String key = console.identities()
                .keys()
                .create("test", name, grants, null, admin)
                .secret();
        return new Person(console, name, key);
    }

    String name() {
        return name;
    }

    /** A file. */
    HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        return file(path, "*/*");
    }

    /** A file of a kind. */
    HttpResponse<byte[]> file(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header("Authorization", "Bearer " + key)
                .header("Accept", accept)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) {
        return ask("GET", path, "application/json", "");
    }

    HttpResponse<String> get(String path, String accept) {
        return ask("GET", path, accept, "");
    }

    HttpResponse<String> post(String path, JsonObject body) {
        return ask("POST", path, "application/json", body.encode());
    }

    HttpResponse<String> ask(String method, String path, String accept, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/api/v1" + path)))
                .header("Authorization", "Bearer " + key)
                .header("Accept", accept)
                .header("Accept-Language", "en")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return CLIENT.send(
                    request.build(),
                    info -> HttpResponse.BodySubscribers.mapping(
                            HttpResponse.BodySubscribers.ofByteArray(), Person::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A workbook is a packed folder of texts, and a PDF is packed, too. */
    private static String text(byte[] content) {
        if (content.length > 4 && new String(content, 0, 4, StandardCharsets.US_ASCII).equals("%PDF")) {
            return PdfText.of(content);
        }
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return new String(content, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.createTempFile("workbook", ".xlsx");
            Files.write(file, content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What changes, as it is told to whoever has a page open; has no end. */
    HttpResponse<InputStream> listen() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url("/api/v1/events")))
                .header("Authorization", "Bearer " + key)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
}
