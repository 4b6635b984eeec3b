package io.greenpark.dashboards.console;

import io.greenpark.config.digest.Sha256;
import io.greenpark.dashboards.api.ErrorAnswers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the front end, from the class path, each read once and cached. Browsers cache them too and revalidate by
 * entity tag. Any thread may call.
 */
final class WebFiles {
    private static final String ROOT = "/io/greenpark/dashboards/web";
    private static final Map<String, String> LIBRARIES = Map.of(
            "/lib/vue.js", webjar("vue", "dist/vue.runtime.esm-browser.prod.js"),
            "/lib/echarts.js", webjar("echarts", "dist/echarts.esm.min.js"));
    // Browsers ask for an icon of this name wherever a page does not name its own.
    private static final Map<String, String> ALIASES = Map.of("/", "/index.html", "/favicon.ico", "/icon.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");
    // No dots but the one before the extension: nothing outside the folder can be named.
    private static final Pattern NAME = Pattern.compile("(?:/[a-z0-9-]++)++\\.[a-z]++");
    // Strangers choose names; matching a repeated group takes stack by its length.
    private static final int LONGEST_NAME = 100;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    record WebFile(Buffer content, String type, String tag) {}

    /** Where a file of a library lies; the version in its path is the one its jar names. */
    private static String webjar(String name, String file) {
        String about = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream in = WebFiles.class.getResourceAsStream(about)) {
            properties.load(Objects.requireNonNull(in, () -> about + " is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + about + " of the installation", e);
        }
        return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + file;
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
        var response =
                ctx.response().putHeader(HttpHeaders.ETAG, file.tag()).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (IfNoneMatch.holds(ctx.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), file.tag())) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.content());
        }
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
        if (loaded != null) {
            files.put(path, loaded);
        }
        return loaded;
    }

    /** So many files have been read. */
    int read() {
        return files.size();
    }

    private static @Nullable WebFile load(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        String resource = LIBRARIES.getOrDefault(path, ROOT + path);
        byte[] bytes = type == null ? null : read(resource);
        return bytes == null || type == null ? null : new WebFile(Buffer.buffer(bytes), type, tag(bytes));
    }

    private static byte @Nullable [] read(String resource) {
        try (InputStream in = WebFiles.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of the installation", e);
        }
    }

    /** A weak one: the same file is sent compressed and not. */
    private static String tag(byte[] bytes) {
        return "W/\"" + HexFormat.of().formatHex(Sha256.of(bytes), 0, 12) + "\"";
    }
}
