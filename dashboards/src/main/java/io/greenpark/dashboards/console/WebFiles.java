package io.greenpark.dashboards.console;

import io.greenpark.config.digest.Sha256;
import io.greenpark.dashboards.api.ErrorAnswers;
import io.greenpark.dashboards.api.IfNoneMatch;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the console as the module {@code console} bundled them, from the class path, each read once and cached with what it is
 * compressed. Those below {@code /a/} have a hash of their content in their name: browsers keep them for good and never ask again. All
 * others they keep too and revalidate by entity tag. Any thread may call.
 */
final class WebFiles {
    private static final String ROOT = "/io/greenpark/console";
    private static final String FOLDER = "greenpark.console";
    private static final String HASHED = "/a/";
    // Browsers ask for an icon of this name wherever a page does not name its own.
    private static final Map<String, String> ALIASES = Map.of("/", "/index.html", "/favicon.ico", "/icon.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");
    // No dots but the one before the extension: nothing outside the folder can be named.
    private static final Pattern NAME = Pattern.compile("(?:/[A-Za-z0-9_-]++)++\\.[a-z]++");
    // Strangers choose names; matching a repeated group takes stack by its length.
    private static final int LONGEST_NAME = 100;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final @Nullable Path folder;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /** A file with what it is compressed; its tag is that of all of these. */
    record WebFile(Map<Coding, Buffer> content, String type, String tag) {}

    private WebFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Those of the installation, or of the folder that the system property {@value #FOLDER} names. */
    static WebFiles open() {
        String folder = System.getProperty(FOLDER);
        return folder == null ? ofInstallation() : of(Path.of(folder));
    }

    static WebFiles ofInstallation() {
        return new WebFiles(null);
    }

    /** Those of a folder, read anew for every request: for who works on the console. */
    static WebFiles of(Path folder) {
        return new WebFiles(folder);
    }

    /** Sends the file of the request's path, or goes on to the next handler if there is none. */
    void serve(RoutingContext ctx) {
        String path = ALIASES.getOrDefault(ctx.request().path(), ctx.request().path());
        WebFile file = file(path);
        if (file == null) {
            ctx.next();
            return;
        }
        if (!READING.contains(ctx.request().method())) {
            ErrorAnswers.notAllowed(ctx.request(), READING);
            return;
        }
        var response = ctx.response()
                .putHeader(HttpHeaders.ETAG, file.tag())
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
        if (IfNoneMatch.holds(ctx.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), file.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        Coding coding = Coding.best(
                ctx.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING),
                file.content().keySet());
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        if (coding != Coding.IDENTITY) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
        response.end(Objects.requireNonNull(file.content().get(coding)));
    }

    /** The file of a name; null if there is none, of which nothing is kept. */
    @Nullable
    WebFile file(String path) {
        if (path.length() > LONGEST_NAME || !NAME.matcher(path).matches()) {
            return null;
        }
        WebFile known = files.get(path);
        if (known != null) {
            return known;
        }
        WebFile loaded = load(path);
        if (loaded != null && folder == null) {
            files.put(path, loaded);
        }
        return loaded;
    }

    /** So many files have been read. */
    int read() {
        return files.size();
    }

    private @Nullable WebFile load(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        byte[] bytes = type == null ? null : bytes(path);
        if (bytes == null || type == null) {
            return null;
        }
        Map<Coding, Buffer> content = new EnumMap<>(Coding.class);
        for (Coding coding : Coding.values()) {
            byte[] coded = coding == Coding.IDENTITY ? bytes : bytes(path + coding.suffix());
            if (coded != null) {
                content.put(coding, Buffer.buffer(coded));
            }
        }
        return new WebFile(content, type, tag(bytes));
    }

    private byte @Nullable [] bytes(String name) {
        try (InputStream in = open(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of the console's files", e);
        }
    }

    private @Nullable InputStream open(String name) throws IOException {
        if (folder == null) {
            return WebFiles.class.getResourceAsStream(ROOT + name);
        }
        Path file = folder.resolve(name.substring(1));
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    /** A weak one: the same file is sent compressed and not. */
    private static String tag(byte[] bytes) {
        return "W/\"" + HexFormat.of().formatHex(Sha256.of(bytes), 0, 12) + "\"";
    }
}
