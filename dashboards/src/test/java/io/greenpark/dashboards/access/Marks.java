package io.greenpark.dashboards.access;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.ScopedRegistry;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids and names by which it is known that an answer tells of an enterprise. */
record Marks(Set<String> texts, Set<String> ids) {
    /** Those of all enterprises of which nothing lies in a scope. */
    static Marks foreign(Registry registry, Scope scope) {
        Registry seen = ScopedRegistry.cut(registry, scope);
        Set<String> own = new HashSet<>();
        seen.facts().enterprises().forEach(e -> own.add(e.id()));
        seen.facts().outlets().forEach(o -> own.add(o.enterpriseId()));
        seen.facts().devices().forEach(d -> own.add(d.enterpriseId()));
        Set<String> texts = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Enterprise e : registry.facts().enterprises()) {
            if (!own.contains(e.id())) {
                ids.add(e.id());
                texts.addAll(List.of(e.id(), e.name().zh(), e.name().en()));
            }
        }
        return new Marks(texts, ids);
    }

    /** Which of them an answer has, but for what was asked for itself. */
    List<String> in(HttpResponse<String> answer, String path) {
        String asked = path.replaceAll("[?].*", "").replaceAll(".*/", "");
        String told = answer.headers().map() + "\n" + answer.body();
        String rest = withoutAskedThings(told.replace(path, "").replace(asked, ""), path);
        return texts.stream()
                .filter(rest::contains)
                .filter(mark -> !isEcho(answer, mark, path))
                .sorted()
                .toList();
    }

    /** A workbook says what was asked for, as a device of which nothing is told; whose it is it does not say. */
    private static String withoutAskedThings(String told, String path) {
        String rest = told;
        for (String parameter : path.replaceFirst("^[^?]*[?]?", "").split("&")) {
            String value = parameter.replaceFirst("^[^=]*=?", "");
            rest = value.contains(".") ? rest.replace(value, "") : rest;
        }
        return rest;
    }

    /** A refusal repeats what was asked for. */
    private static boolean isEcho(HttpResponse<String> answer, String mark, String path) {
        return answer.statusCode() >= 400 && path.contains(mark);
    }
}
