package io.greenpark.dashboards.access;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Role;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures by which it is known that an answer tells of an enterprise: energy, value added, limits, a phone. They are learned from what somebody
 * hears of it who sees all, and only those count that are told of no other enterprise.
 */
final class Figures {
    /** Long enough that nothing else happens to be the same. */
    private static final int DIGITS = 7;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:])\\d+(?:\\.\\d+)?(?![\\w:])");

    /** What these tell of is not of the enterprise that is asked for alone. */
    private static final Set<String> BESIDE_OTHERS = Set.of("/comparison", "/search");

    private final Map<String, Set<String>> byEnterprise = new HashMap<>();

    private Figures() {}

    /** None, where figures are not looked for. */
    static Figures none() {
        return new Figures();
    }

    /** @param auditor who sees all */
    static Figures learn(OpenAPIContract contract, Registry registry, AskedThings things, Person auditor) {
        Figures figures = new Figures();
        List<String> paths = Attack.readsFor(contract, Role.AUDITOR).stream()
                .map(Operation::getOpenAPIPath)
                .filter(path -> !BESIDE_OTHERS.contains(path))
                .flatMap(path -> things.paths(path).stream())
                .toList();
        for (Enterprise e : registry.facts().enterprises()) {
            Set<String> own = new HashSet<>();
            paths.stream().filter(path -> path.contains(e.id())).forEach(path -> {
                own.addAll(numbers(auditor.get(path).body()));
                if (path.contains("?") && !path.contains(e.id() + "/")) {
                    own.addAll(numbers(auditor.get(path, "text/csv").body()));
                }
            });
            figures.byEnterprise.put(e.id(), own);
        }
        figures.keepUnique();
        return figures;
    }

    private void keepUnique() {
        Map<String, Integer> owners = new HashMap<>();
        byEnterprise.values().forEach(own -> own.forEach(figure -> owners.merge(figure, 1, Integer::sum)));
        byEnterprise.values().forEach(own -> own.removeIf(figure -> owners.get(figure) > 1));
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String number = matcher.group();
            if (number.replace(".", "").length() >= DIGITS) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Which figures of some enterprises a text has. */
    List<String> in(String text, Collection<String> enterprises) {
        if (byEnterprise.isEmpty()) {
            return List.of();
        }
        Set<String> told = numbers(text);
        return enterprises.stream()
                .flatMap(id -> byEnterprise.getOrDefault(id, Set.of()).stream()
                        .filter(told::contains)
                        .map(figure -> figure + " of " + id))
                .sorted()
                .toList();
    }

    /** How many are known of each enterprise. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        byEnterprise.forEach((id, own) -> counts.put(id, own.size()));
        return counts;
    }
}
