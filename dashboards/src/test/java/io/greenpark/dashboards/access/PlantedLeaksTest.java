package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.ScopedRegistry;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaks as somebody who changes an answer could make them: the attack that holds the access finds every one. */
class PlantedLeaksTest {
    private static final String OWN = "lvyuan-food";
    private static final Scope SCOPE = Scope.enterprises(Set.of(OWN));
    private static final Role ROLE = Role.ENTERPRISE_CONTACT;

    private static Vertx vertx;
    private static OpenAPIContract contract;

    @TempDir
    Path dir;

    /** What a console that leaks answers from. */
    record Leak(String name, BiFunction<ConsoleSources, Scope, ConsoleSources> seen, Role role, Scope scope) {
        Leak(String name, BiFunction<ConsoleSources, Scope, ConsoleSources> seen) {
            this(name, seen, ROLE, SCOPE);
        }

        /** To somebody who is answered what contacts of enterprises are not. */
        Leak toOfficers() {
            return new Leak(name, seen, Role.OFFICER, Scope.parks(Set.of("fucun")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Leak> leaks() {
        return Stream.of(
                new Leak("everything", (all, scope) -> all),
                new Leak("the whole registry", (all, scope) -> with(all, scope, all.registry())),
                new Leak("one enterprise more", more(Scope.enterprises(Set.of("steel-plant")))),
                new Leak("one outlet more", more(Scope.outlets(Set.of("huamei-ham.water-1")))),
                new Leak("one device more", more(Scope.devices(Set.of("steel-plant.electricity")))),
                new Leak("one park more", more(Scope.parks(Set.of("fucun")))),
                new Leak("all cases", (all, scope) -> Planted.cases(all, scope, Planted.Part.ALL)),
                new Leak("the list of cases", (all, scope) -> Planted.cases(all, scope, Planted.Part.LIST)),
                new Leak("the counts of cases", (all, scope) -> Planted.cases(all, scope, Planted.Part.COUNTS)),
                new Leak("a case by its id", (all, scope) -> Planted.cases(all, scope, Planted.Part.ONE)),
                new Leak("all dead letters", Planted::deadLetters).toOfficers(),
                new Leak("all that waits to be claimed", Planted::quarantine).toOfficers(),
                forgottenBy("FindingAnswers"),
                forgottenBy("ProposalAnswers"),
                forgottenBy("SearchAnswer"),
                forgottenBy("StandingAnswers").toOfficers(),
                forgottenBy("FormerAnswers"));
    }

    private static Leak forgottenBy(String place) {
        return new Leak(place + " over the whole", (all, scope) -> Planted.forgottenBy(place, all, scope));
    }

    private static BiFunction<ConsoleSources, Scope, ConsoleSources> more(Scope other) {
        return (all, scope) -> {
            Registry wider = ScopedRegistry.cut(all.registry().current(), scope.and(other));
            return scope.district() ? all : with(all, scope, RegistrySource.fixed(wider));
        };
    }

    private static ConsoleSources with(ConsoleSources all, Scope scope, RegistrySource registry) {
        return Planted.with(all.within(scope), registry);
    }

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void a_leak_is_found(Leak leak) throws Exception {
        Statements statements = new Statements();
        try (SampleConsole console =
                SampleConsole.open(dir, (all, scope) -> leak.seen().apply(statements.noting(all), scope))) {
            Person person = Person.with(console, "somebody", Set.of(new Grant(leak.role(), leak.scope())));
            assertThat(attack(console, statements).leaks(person, leak.scope()).findFirst())
                    .isPresent();
        }
    }

    private static Attack attack(SampleConsole console, Statements statements) {
        Registry registry = console.registry().service().current();
        return new Attack(contract, registry, AskedThings.of(console), Figures.none(), statements);
    }

    /** The list of who is told of what changes is not cut. */
    @Test
    void events_of_others_are_found() throws Exception {
        try (SampleConsole console =
                SampleConsole.open(dir, (all, scope) -> Planted.forgottenBy("Events", all, scope))) {
            Person contact = Person.with(console, "contact", Set.of(new Grant(ROLE, SCOPE)));
            Marks foreign = Marks.foreign(console.registry().service().current(), SCOPE);
            assertThat(HeardEvents.of(console, List.of(contact)).get("contact"))
                    .containsAnyOf(foreign.ids().toArray(new String[0]));
        }
    }

    /** It differs in nothing but what is asked to make it. */
    @Test
    void an_answer_that_asks_more_for_what_is_anothers_is_found() throws Exception {
        Statements statements = new Statements();
        try (SampleConsole console =
                SampleConsole.open(dir, (all, scope) -> Planted.asking(statements.noting(all), scope))) {
            Person contact = Person.with(console, "contact", Set.of(new Grant(ROLE, SCOPE)));
            assertThat(attack(console, statements).leaks(contact, SCOPE).findFirst())
                    .isPresent();
        }
    }
}
