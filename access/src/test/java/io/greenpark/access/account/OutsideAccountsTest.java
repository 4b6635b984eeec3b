package io.greenpark.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.access.outside.Proof;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose account a proof of somebody else's page is for. */
class OutsideAccountsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T04:00:00Z"), ZoneOffset.UTC);
    private static final String ISSUER = "https://login.example.org";
    private static final Viewer ADMIN = Viewer.ofAll("admin");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Identities identities;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        identities = Identities.open(
                fixture.folder(), fixture.books(), new PasswordHash(64, 1), SignInConfig.defaults(), CLOCK);
    }

    private void account(String userName, String email) {
        identities
                .accounts()
                .create(userName, new Person("王芳", email, null), Set.of(Grant.everywhere(Role.LEADER)), ADMIN);
    }

    private OutsideAccounts.Found found(String subject, String name) {
        return identities.outside().of(new Proof(ISSUER, subject, name, null));
    }

    private OutsideAccounts.Found byMail(String subject, String email) {
        return identities.outside().of(new Proof(ISSUER, subject, null, email));
    }

    private void isUnlinked(String subject, String name, String why) {
        assertThatThrownBy(() -> found(subject, name))
                .isInstanceOfSatisfying(OutsideProblem.class, problem -> assertThat(problem.kind())
                        .isEqualTo(OutsideProblem.Kind.UNLINKED))
                .hasMessageContaining(why);
    }

    @Test
    void an_account_is_found_by_name_once_and_then_by_whom_the_issuer_means() {
        account("wang.fang", null);
        account("li.na", null);
        assertThat(found("7", "Wang.Fang")).isEqualTo(new OutsideAccounts.Found("wang.fang", true));
        assertThat(found("7", "li.na")).as("renamed there").isEqualTo(new OutsideAccounts.Found("wang.fang", false));
        isUnlinked("8", "wang.fang", "is linked to another person");
        open();
        assertThat(found("7", null)).isEqualTo(new OutsideAccounts.Found("wang.fang", false));
        assertThat(identities.outside().isLinked("wang.fang")).isTrue();
        assertThat(identities.outside().isLinked("li.na")).isFalse();
    }

    @Test
    void a_mail_address_finds_the_one_account_that_has_it() {
        account("a1", "wang@example.org");
        account("a2", "both@example.org");
        account("a3", "both@example.org");
        assertThat(byMail("7", "Wang@example.org").userName()).isEqualTo("a1");
        assertThatThrownBy(() -> byMail("8", "both@example.org")).hasMessageContaining("2 accounts");
        isUnlinked("9", "both@example.org", "no open account");
    }

    @Test
    void nobody_is_made_an_account_and_the_first_one_is_nobodys() {
        isUnlinked("7", "nobody", "no open account");
        isUnlinked("7", "admin", "no open account");
        isUnlinked("7", null, "userNameClaim");
        assertThat(identities.accounts().all()).hasSize(1);
    }

    @Test
    void a_closed_account_lets_nobody_in() {
        account("wang.fang", null);
        found("7", "wang.fang");
        UserAccount open = identities.accounts().find("wang.fang").orElseThrow();
        identities.accounts().change("wang.fang", open.person(), open.grants(), State.CLOSED, open.version(), ADMIN);
        isUnlinked("7", "wang.fang", "is closed");
        isUnlinked("8", "wang.fang", "no open account");
    }

    @Test
    void one_that_is_unlinked_is_found_by_name_again() {
        account("wang.fang", null);
        found("7", "wang.fang");
        assertThat(identities.outside().unlink("wang.fang")).isTrue();
        assertThat(identities.outside().unlink("wang.fang")).isFalse();
        open();
        assertThat(found("8", "wang.fang").linkedNow()).isTrue();
        isUnlinked("7", "wang.fang", "is linked to another person");
    }
}
