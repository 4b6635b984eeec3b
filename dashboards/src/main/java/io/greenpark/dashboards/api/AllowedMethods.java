package io.greenpark.dashboards.api;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which methods a path takes, as the routes of a router say. */
final class AllowedMethods {
    private record Known(Pattern path, Set<HttpMethod> methods) {}

    private final List<Known> known = new ArrayList<>();

    private AllowedMethods() {}

    static AllowedMethods of(Router router) {
        AllowedMethods allowed = new AllowedMethods();
        for (Route route : router.getRoutes()) {
            Set<HttpMethod> methods = route.methods();
            if (route.getPath() != null && methods != null) {
                String pattern = route.getPath().replaceAll(":\\w+", "[^/]+") + "/?";
                allowed.known.add(new Known(Pattern.compile(pattern), methods));
            }
        }
        return allowed;
    }

    /** The methods of the path of a request; none where there is no such path. */
    Set<HttpMethod> of(RoutingContext ctx) {
        String mountedAt = ctx.mountPoint() == null ? "" : ctx.mountPoint().replaceFirst("/$", "");
        String path = ctx.normalizedPath()
                .substring(Math.min(mountedAt.length(), ctx.normalizedPath().length()));
        Set<HttpMethod> methods = new LinkedHashSet<>();
        for (Known each : known) {
            if (each.path.matcher(path).matches()) {
                methods.addAll(each.methods);
            }
        }
        return methods;
    }
}
