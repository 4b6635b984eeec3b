package io.greenpark.dashboards.access;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.access.AskedThings.Pair;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks everything that the contract offers and tells what somebody hears that is not his. */
final class Attack {
    private final OpenAPIContract contract;
    private final Registry registry;
    private final AskedThings things;
    private final Figures figures;
    private final Statements statements;
    private final AccessMatrix matrix = new AccessMatrix();

    /** @param statements notes what the console asks to make its answers */
    Attack(OpenAPIContract contract, Registry registry, AskedThings things, Figures figures, Statements statements) {
        this.contract = contract;
        this.registry = registry;
        this.things = things;
        this.figures = figures;
        this.statements = statements;
    }

    /** What was asked so far, and how it was answered. */
    AccessMatrix matrix() {
        return matrix;
    }

    /** All that is read, but for the stream of events. */
    Stream<Operation> reads() {
        return reads(contract);
    }

    private static Stream<Operation> reads(OpenAPIContract contract) {
        return contract.operations().stream()
                .filter(operation -> operation.getHttpMethod() == HttpMethod.GET)
                .filter(operation -> !operation.getOperationId().equals("events"));
    }

    /** What of it somebody of a role is answered. */
    static List<Operation> readsFor(OpenAPIContract contract, Role role) {
        return reads(contract)
                .filter(operation -> roles(contract, operation).contains(EnumCode.of(role)))
                .toList();
    }

    static List<?> roles(OpenAPIContract contract, Operation operation) {
        return Contract.model(contract, operation).getJsonArray("x-roles").getList();
    }

    List<?> roles(Operation operation) {
        return roles(contract, operation);
    }

    /** Leaks one after the other, as they are looked for. */
    Stream<String> leaks(Person person, Scope scope) {
        return reads().flatMap(operation -> Stream.<Supplier<List<String>>>of(
                        () -> marks(operation, person, scope, "application/json"),
                        () -> tellable(operation, person, scope),
                        () -> miscounts(operation, person))
                .flatMap(look -> look.get().stream()));
    }

    /** Answers that have an id, a name or a figure of an enterprise that is not the asker's. */
    List<String> marks(Operation operation, Person person, Scope scope, String accept) {
        Marks foreign = Marks.foreign(registry, scope);
        List<String> leaks = new ArrayList<>();
        for (String path : things.paths(operation.getOpenAPIPath())) {
            HttpResponse<String> answer = person.get(path, accept);
            matrix.asked(operation, person, answer.statusCode());
            if (answer.statusCode() >= 500) {
                leaks.add(path + " fails: " + answer.body());
            }
            List<String> heard = new ArrayList<>(foreign.in(answer, path));
            heard.addAll(figures.in(answer.headers().map() + "\n" + answer.body(), foreign.ids()));
            if (!heard.isEmpty()) {
                leaks.add(person.name() + " hears of " + heard + " by " + path);
            }
        }
        return leaks;
    }

    /** What is another's and is answered otherwise than what there is not, or with other statements. */
    List<String> tellable(Operation operation, Person person, Scope scope) {
        return things.pairs(operation.getOpenAPIPath(), Marks.foreign(registry, scope)).stream()
                .flatMap(pair -> difference(person, pair).stream())
                .toList();
    }

    /** What is cached is asked for at the first time only: what differs twice differs. */
    private Optional<String> difference(Person person, Pair pair) {
        Optional<String> first = differenceOnce(person, pair);
        return first.isEmpty() ? first : differenceOnce(person, pair);
    }

    private Optional<String> differenceOnce(Person person, Pair pair) {
        matrix.compared(person);
        Answered anothers = answered(person, pair.anothers(), pair.foreign());
        Answered none = answered(person, pair.none(), pair.absent());
        return anothers.equals(none)
                ? Optional.empty()
                : Optional.of(person.name() + " can tell " + pair.anothers() + " from " + pair.none() + ": " + anothers
                        + " and " + none);
    }

    /** An answer without what was asked for, and what was asked to make it. */
    private record Answered(int status, Map<String, List<String>> headers, String body, List<String> statements) {}

    private Answered answered(Person person, String path, String id) {
        statements.taken();
        HttpResponse<String> answer = person.get(path);
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "content-length"));
        return new Answered(answer.statusCode(), headers, answer.body().replace(id, "ID"), statements.taken());
    }

    /** Lists that count more than they have. */
    List<String> miscounts(Operation operation, Person person) {
        if (operation.getOpenAPIPath().contains("{")) {
            return List.of();
        }
        List<String> leaks = new ArrayList<>();
        for (String path : things.paths(operation.getOpenAPIPath())) {
            HttpResponse<String> answer = person.get(path);
            JsonObject json = answer.statusCode() == 200 ? new JsonObject(answer.body()) : new JsonObject();
            Long rows = json.fieldNames().stream()
                    .filter(name -> json.getValue(name) instanceof JsonArray
                            && !Set.of("kinds", "overflows").contains(name))
                    .map(name -> (long) json.getJsonArray(name).size())
                    .findFirst()
                    .orElse(null);
            if (json.getValue("count") instanceof Number count
                    && json.containsKey("next")
                    && json.getValue("next") == null
                    && rows != null
                    && count.longValue() != rows) {
                leaks.add(person.name() + " is told of " + count + " by " + path + ", which has " + rows);
            }
            if (json.getValue("counts") instanceof JsonObject counts && json.containsKey("alerts")) {
                long all = counts.getLong("open") + counts.getLong("cleared") + counts.getLong("withdrawn");
                if (json.getValue("next") == null
                        && all != json.getJsonArray("alerts").size()) {
                    leaks.add(person.name() + " is told of " + all + " cases by " + path);
                }
            }
        }
        return leaks;
    }
}
