package io.greenpark.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hand-over happens as a whole or not at all, in the books and in the process. */
class HandedOverTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T04:00:00Z"), ZoneOffset.UTC);
    private static final Viewer ADMIN = Viewer.ofAll("admin");
    private static final Set<Grant> EAST = Set.of(new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.of("e1"))));
    private static final Set<Grant> BOTH = Set.of(new Grant(Role.GRID_OFFICER, Scope.enterprises(Set.of("e1", "e2"))));

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Identities identities;
    private String key;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void two_people_and_a_key() {
        open();
        identities.accounts().create("wang", new Person("王芳", null, null), BOTH, ADMIN);
        identities.accounts().create("li", new Person("李娜", null, null), EAST, ADMIN);
        key = identities
                .keys()
                .create("export", "wang", BOTH, null, ADMIN)
                .key()
                .id();
    }

    private void open() {
        identities = Identities.open(
                fixture.folder(), fixture.books(), new PasswordHash(64, 1), SignInConfig.defaults(), CLOCK);
    }

    private HandedOver toLi() {
        return new HandedOver("wang", 1, Map.of("li", 1L), Map.of(key, "li"), Set.of(), Map.of("li", BOTH));
    }

    private void assertNothingChanged() {
        UserAccounts accounts = identities.accounts();
        assertThat(accounts.find("wang").map(UserAccount::state)).contains(State.OPEN);
        assertThat(accounts.find("li").map(UserAccount::grants)).contains(EAST);
        assertThat(identities.keys().of("wang")).extracting(ApiKey::id).containsExactly(key);
    }

    @Test
    void what_fails_on_the_way_leaves_everything_as_it_was() {
        assertThatThrownBy(() -> identities.accounts().handOver(toLi(), identities.keys(), ADMIN, tx -> {
                    throw new IllegalStateException("somebody took on another case meanwhile");
                }))
                .hasMessageContaining("meanwhile");
        assertNothingChanged();
        open();
        assertNothingChanged();
    }

    @Test
    void it_is_there_as_a_whole_after_a_restart() {
        identities.accounts().handOver(toLi(), identities.keys(), ADMIN, tx -> {});
        for (int i = 0; i < 2; i++) {
            assertThat(identities.accounts().find("wang").map(UserAccount::state))
                    .contains(State.CLOSED);
            assertThat(identities.accounts().find("li").map(UserAccount::grants))
                    .contains(BOTH);
            assertThat(identities.keys().of("li")).extracting(ApiKey::id).containsExactly(key);
            assertThat(identities.keys().of("wang")).isEmpty();
            open();
        }
    }

    @Test
    void a_key_that_goes_on_has_another_secret_and_one_that_does_not_ends() {
        ApiKeys.Made second = identities.keys().create("import", "wang", EAST, null, ADMIN);
        ApiKeys.Made third = identities.keys().create("report", "wang", EAST, null, ADMIN);
        HandedOver what = new HandedOver(
                "wang",
                1,
                Map.of("li", 1L),
                Map.of(second.key().id(), "li"),
                Set.of(key, third.key().id()),
                Map.of());
        ApiKeys.Made renewed = identities
                .accounts()
                .handOver(what, identities.keys(), ADMIN, tx -> {})
                .renewed()
                .get(0);
        for (int i = 0; i < 2; i++) {
            assertThat(identities.keys().viewer(second.secret()))
                    .as("the leaver knows it")
                    .isEmpty();
            assertThat(identities.keys().viewer(third.secret())).isEmpty();
            assertThat(identities.keys().viewer(renewed.secret()).map(Viewer::account))
                    .contains("li");
            assertThat(identities.keys().of("li"))
                    .extracting(ApiKey::id)
                    .containsExactly(second.key().id());
            assertThat(identities.keys().all()).as("and the token of the file").hasSize(4);
            open();
        }
        assertThatThrownBy(() -> identities.keys().create("late", "wang", EAST, null, ADMIN))
                .hasMessageContaining("is closed");
    }

    @Test
    void a_receiver_or_a_key_that_changed_meanwhile_stops_it() {
        HandedOver planned = toLi();
        identities.keys().create("import", "wang", EAST, null, ADMIN);
        assertThatThrownBy(() -> identities.accounts().handOver(planned, identities.keys(), ADMIN, tx -> {}))
                .hasMessageContaining("changed meanwhile");
        assertThat(identities.accounts().find("wang").map(UserAccount::state)).contains(State.OPEN);
        Set<Grant> none = Set.of(Grant.everywhere(Role.LEADER));
        identities.accounts().change("li", new Person("李娜", null, null), none, State.OPEN, 1, ADMIN);
        HandedOver cases = new HandedOver(
                "wang",
                1,
                Map.of("li", 1L),
                Map.of(),
                identities.keys().of("wang").stream().map(ApiKey::id).collect(Collectors.toSet()),
                Map.of());
        for (HandedOver what : List.of(planned, cases)) {
            assertThatThrownBy(() -> identities.accounts().handOver(what, identities.keys(), ADMIN, tx -> {}))
                    .hasMessageContaining("changed meanwhile");
        }
        assertThat(identities.accounts().find("li").map(UserAccount::grants)).contains(none);
        assertThat(identities.keys().of("wang")).hasSize(2);
    }

    @Test
    void an_account_that_changed_meanwhile_is_not_handed_over_and_nobody_widens_his_own() {
        HandedOver seenBefore = new HandedOver("wang", 7, Map.of(), Map.of(), Set.of(), Map.of());
        assertThatThrownBy(() -> identities.accounts().handOver(seenBefore, identities.keys(), ADMIN, tx -> {}))
                .hasMessageContaining("changed meanwhile");
        Viewer li = identities.accounts().find("li").orElseThrow().viewer();
        assertThatThrownBy(() -> identities.accounts().handOver(toLi(), identities.keys(), li, tx -> {}))
                .hasMessageContaining("nobody changes what his own account may do");
        assertNothingChanged();
    }
}
