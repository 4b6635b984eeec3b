package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.TableFile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields {@code Accept} and {@code Accept-Language} of a request ask for. */
final class AcceptFields {
    private static final Pattern LANGUAGE = Pattern.compile("(zh|en)(?:-.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT = Pattern.compile("\\s*q=([01](?:\\.\\d{0,3})?)\\s*", Pattern.CASE_INSENSITIVE);

    private AcceptFields() {}

    /** The first of what is accepted that there is; JSON, as null, for whoever accepts anything, or nothing that there is. */
    static @Nullable TableFile file(RoutingContext ctx) {
        for (MIMEHeader accepted : ctx.parsedHeaders().accept()) {
            String type = accepted.component() + "/" + accepted.subComponent();
            if (type.equals("application/json") || type.endsWith("/*")) {
                return null;
            }
            for (TableFile file : TableFile.values()) {
                if (type.equals(file.mediaType())) {
                    return file;
                }
            }
        }
        return null;
    }

    /**
     * The language that a reader likes best of those there are. Read here and not by the router, since requests are refused before
     * they come to one.
     *
     * @param otherwise for whoever names none of them
     */
    static Locale language(HttpServerRequest request, Locale otherwise) {
        Locale best = otherwise;
        double most = 0;
        for (String field : request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)) {
            for (String range : field.split(",")) {
                String[] parts = range.split(";");
                Matcher language = LANGUAGE.matcher(parts.length == 0 ? "" : parts[0].strip());
                double weight = weight(parts);
                if (weight > most && language.matches()) {
                    best = language.group(1).equalsIgnoreCase("zh") ? Locale.CHINESE : Locale.ENGLISH;
                    most = weight;
                }
            }
        }
        return best;
    }

    /** 1 where a range has none; 0, as of what is not wanted, where it is none. */
    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                Matcher weight = WEIGHT.matcher(parts[i]);
                return weight.matches() ? Double.parseDouble(weight.group(1)) : 0;
            }
        }
        return 1;
    }
}
