package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.TableFile;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the fields {@code Accept} and {@code Accept-Language} of a request ask for. */
final class AcceptFields {
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

    /** The first of the languages a reader knows that there is; Chinese for whoever names none. */
    static Locale language(RoutingContext ctx) {
        return ctx.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .filter(tag -> tag.equalsIgnoreCase("zh") || tag.equalsIgnoreCase("en"))
                .findFirst()
                .filter(tag -> tag.equalsIgnoreCase("en"))
                .map(tag -> Locale.ENGLISH)
                .orElse(Locale.CHINESE);
    }
}
