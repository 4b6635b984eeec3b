package io.greenpark.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links by which people choose their passwords. */
class InvitedAccountsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static final Viewer ADMIN = Viewer.ofAll("admin");
    private static final String PASSWORD = "three calm herons";

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Identities identities;
    private UserAccount wang;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        at(NOON);
        wang = identities
                .accounts()
                .create(
                        "wang.fang",
                        new Person("王芳", "wang@example.org", null),
                        Set.of(Grant.everywhere(Role.LEADER)),
                        ADMIN);
    }

    /** As after a restart at a time. */
    private void at(Instant time) {
        identities = Identities.open(
                fixture.folder(),
                fixture.books(),
                new PasswordHash(64, 1),
                SignInConfig.defaults(),
                Clock.fixed(time, ZoneOffset.UTC));
    }

    private InvitedAccounts invited() {
        return identities.invited();
    }

    private void isNoGood(String token) {
        assertThatThrownBy(() -> invited().accept(token, PASSWORD))
                .isInstanceOf(AccountProblem.class)
                .hasMessageContaining("ask an administrator of accounts");
    }

    @Test
    void a_link_sets_the_password_once() {
        String token = invited().invite(wang, ADMIN).token();
        assertThat(invited().accept(token, PASSWORD).userName()).isEqualTo("wang.fang");
        assertThat(identities.accounts().signIn("wang.fang", PASSWORD)).isTrue();
        assertThat(identities.accounts().find("wang.fang").orElseThrow().mustChangePassword())
                .isFalse();
        isNoGood(token);
        isNoGood("another");
    }

    @Test
    void a_password_that_is_too_easy_does_not_use_it_up() {
        String token = invited().invite(wang, ADMIN).token();
        assertThatThrownBy(() -> invited().accept(token, "short")).hasMessageContaining("password");
        invited().accept(token, PASSWORD);
    }

    @Test
    void it_is_good_for_three_days_over_a_restart_too() {
        String token = invited().invite(wang, ADMIN).token();
        at(NOON.plus(Duration.ofHours(72)));
        isNoGood(token);
        at(NOON.plus(Duration.ofHours(72)).minusMillis(1));
        invited().accept(token, PASSWORD);
    }

    @Test
    void another_invitation_ends_the_one_before_and_so_does_a_closed_account() {
        String first = invited().invite(wang, ADMIN).token();
        String second = invited().invite(wang, ADMIN).token();
        isNoGood(first);
        identities.accounts().change("wang.fang", wang.person(), wang.grants(), State.CLOSED, wang.version(), ADMIN);
        isNoGood(second);
        UserAccount closed = identities.accounts().find("wang.fang").orElseThrow();
        assertThatThrownBy(() -> invited().invite(closed, ADMIN)).hasMessageContaining("cannot be invited");
    }

    @Test
    void it_ends_every_session_and_is_for_nobodys_own_account() {
        String stamp = identities.accounts().stamp("wang.fang").orElseThrow();
        invited().accept(invited().invite(wang, ADMIN).token(), PASSWORD);
        assertThat(identities.accounts().viewer("wang.fang", stamp)).isEmpty();
        assertThatThrownBy(() -> invited().invite(wang, wang.viewer())).hasMessageContaining("his own account");
    }

    @Test
    void the_books_hold_no_token() {
        String token = invited().invite(wang, ADMIN).token();
        String rows = fixture.books()
                .<String, RuntimeException>read(handle -> handle.createQuery("SELECT * FROM invitation")
                        .mapToMap()
                        .list()
                        .toString());
        assertThat(rows).contains("wang.fang", "wang@example.org").doesNotContain(token);
        assertThat(invited().invite(wang, ADMIN).toString()).contains("2026-12-03");
    }
}
