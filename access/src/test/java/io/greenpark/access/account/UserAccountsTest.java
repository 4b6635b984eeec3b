package io.greenpark.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts and keys as people and the operator meet them. */
class UserAccountsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T04:00:00Z"), ZoneOffset.UTC);
    private static final PasswordHash CHEAP = new PasswordHash(64, 1);
    private static final Person WANG = new Person("王芳", "wang@jindong.example", "+86 138 0000 0001");
    private static final String PASSWORD = "three calm herons";
    private static final Grant OF_FUCUN = new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")));

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Identities identities;
    private Viewer admin;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        identities = Identities.open(fixture.folder(), fixture.books(), CHEAP, SignInConfig.defaults(), CLOCK);
        admin = accounts().find("admin").map(UserAccount::viewer).orElse(Viewer.ofAll("admin"));
    }

    private UserAccounts accounts() {
        return identities.accounts();
    }

    private Path credential(String name) {
        return fixture.folder().resolve("credentials").resolve(name);
    }

    private String filePassword() throws IOException {
        return Files.readString(credential("console")).lines().toList().get(1).substring("password=".length());
    }

    private UserAccount wang(Grant... grants) {
        accounts().create("wang.fang", WANG, Set.of(grants), admin);
        return accounts().choose("wang.fang", PASSWORD);
    }

    @Test
    void whoever_installs_begins_with_the_account_of_the_file() throws IOException {
        assertThat(accounts().signIn("admin", filePassword())).isTrue();
        assertThat(admin.is(Role.OFFICER)).isTrue();
        assertThat(admin.is(Role.ACCOUNT_ADMINISTRATOR)).isTrue();
        assertThat(identities.bearer(Files.readString(credential("api-token")).strip()))
                .hasValueSatisfying(viewer ->
                        assertThat(viewer.is(Role.ACCOUNT_ADMINISTRATOR)).isFalse());
    }

    @Test
    void the_right_password_is_told_in_no_time_once_it_is_known() throws IOException {
        String password = filePassword();
        open();
        assertThat(accounts().signInAtOnce("admin", password)).as("not yet").isEmpty();
        identities.learn();
        assertThat(accounts().signInAtOnce("admin", password))
                .as("as the file has it")
                .contains(true);
        assertThat(accounts().signInAtOnce("admin", "guess")).contains(false);
        Files.delete(credential("console"));
        open();
        assertThat(accounts().signIn("admin", "guess")).isFalse();
        assertThat(accounts().signInAtOnce("admin", password)).isEmpty();
        assertThat(accounts().signIn("admin", password)).isTrue();
        assertThat(accounts().signInAtOnce("admin", password))
                .as("by its first use")
                .contains(true);
    }

    @Test
    void a_file_that_does_not_say_the_password_proves_nothing() throws IOException {
        String password = filePassword();
        FileTime made = Files.getLastModifiedTime(credential("console"));
        Files.writeString(credential("console"), "user=admin\npassword=another one\n");
        Files.setLastModifiedTime(credential("console"), made);
        open();
        identities.learn();
        assertThat(accounts().signIn("admin", "another one")).isFalse();
        assertThat(accounts().signIn("admin", password)).isTrue();
    }

    @Test
    void another_name_in_the_file_is_another_account_and_the_one_before_is_closed() throws IOException {
        Files.writeString(credential("console"), "user=chief\npassword=a=b\n");
        Files.setLastModifiedTime(credential("console"), FileTime.fromMillis(1));
        open();
        assertThat(accounts().signIn("chief", "a=b")).isTrue();
        assertThat(accounts().find("admin").orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(identities.bearer(Files.readString(credential("api-token")).strip()))
                .as("the token's account is the first one")
                .isPresent();
    }

    @Test
    void a_file_that_lacks_something_is_named() throws IOException {
        Files.writeString(credential("console"), "user=admin\n");
        assertThatThrownBy(this::open).hasMessageContaining("console: needs a line user=NAME");
    }

    @Test
    void cookies_are_signed_with_the_same_key_after_a_restart() {
        byte[] key = identities.sessionKey();
        open();
        assertThat(identities.sessionKey()).isEqualTo(key).hasSize(32);
    }

    @Test
    void another_password_in_the_file_is_the_way_back_in() throws IOException {
        String stamp = accounts().stamp("admin").orElseThrow();
        Files.writeString(credential("console"), "user=admin\npassword=the cellar door\n");
        Files.setLastModifiedTime(credential("console"), FileTime.from(Instant.parse("2026-11-30T05:00:00Z")));
        open();
        assertThat(accounts().signIn("admin", "the cellar door")).isTrue();
        assertThat(accounts().viewer("admin", stamp)).as("the session before").isEmpty();
    }

    @Test
    void a_file_that_is_gone_or_touched_changes_nothing() throws IOException {
        String password = filePassword();
        String stamp = accounts().stamp("admin").orElseThrow();
        Files.setLastModifiedTime(credential("console"), FileTime.from(Instant.parse("2026-11-30T05:00:00Z")));
        open();
        Files.delete(credential("console"));
        open();
        assertThat(accounts().signIn("admin", password)).isTrue();
        assertThat(accounts().viewer("admin", stamp)).as("the session before").isPresent();
    }

    @Test
    void the_account_and_the_token_of_an_earlier_version_go_on() throws IOException {
        Files.delete(credential("console"));
        Files.delete(credential("api-token"));
        fixture.books().write(tx -> {
            tx.handle().execute("DELETE FROM user_account");
            tx.handle().execute("DELETE FROM api_key");
            String pbkdf2 =
                    "INSERT INTO credential (kind, id, salt, hash, source_ms) VALUES ('console', 'chief', ?, ?, 7)";
            // PBKDF2-HMAC-SHA256, 600,000 rounds, of "correct horse".
            return tx.handle()
                            .execute(
                                    pbkdf2,
                                    "00112233445566778899aabbccddeeff",
                                    "c86dc9e58e15a00450c9f7d3310c51a16b77142b24de7ac79c735ea118c5cf50")
                    + tx.handle()
                            .execute(
                                    "INSERT INTO credential (kind, id, salt, hash, source_ms)"
                                            + " VALUES ('api-token', 'api-token', '00', ?, 7)",
                                    Secrets.hash("00", "former token"));
        });
        open();
        assertThat(accounts().find("chief"))
                .hasValueSatisfying(a -> assertThat(a.first()).isTrue());
        assertThat(credential("console")).as("nothing is made anew").doesNotExist();
        assertThat(accounts().signIn("chief", "correct horse")).isTrue();
        open();
        assertThat(accounts().signIn("chief", "correct horse"))
                .as("hashed anew")
                .isTrue();
        assertThat(identities.bearer("former token")).isPresent();
        assertThat(identities.bearer("another token")).isEmpty();
    }

    @Test
    void a_person_gets_in_with_the_password_of_the_moment_only() {
        wang(OF_FUCUN);
        assertThat(accounts().signIn("wang.fang", PASSWORD)).isTrue();
        assertThat(accounts().signIn("wang.fang", "three calm heron")).isFalse();
        assertThat(accounts().signIn("nobody", PASSWORD)).isFalse();
        accounts().changePassword("wang.fang", PASSWORD, "seven loud geese");
        assertThat(accounts().signIn("wang.fang", PASSWORD)).isFalse();
        assertThat(accounts().signIn("wang.fang", "seven loud geese")).isTrue();
    }

    @Test
    void a_wrong_password_changes_none_and_an_easy_one_is_refused() {
        wang(OF_FUCUN);
        assertThatThrownBy(() -> accounts().changePassword("wang.fang", "wrong", "seven loud geese"))
                .hasMessageContaining("present password is wrong");
        for (String easy : new String[] {"short", "password1234", "wang.fang.2026", "aaaaaaaabbbbbb", PASSWORD}) {
            assertThatThrownBy(() -> accounts().changePassword("wang.fang", PASSWORD, easy))
                    .as(easy)
                    .isInstanceOf(AccountProblem.class);
        }
        assertThat(accounts().signIn("wang.fang", PASSWORD)).isTrue();
    }

    @Test
    void secrets_lie_in_files_of_the_owner_and_the_books_hold_none() throws IOException {
        for (String name : List.of("console", "api-token", "session-key", "second-factor-key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credential(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        wang(OF_FUCUN);
        String rows = fixture.books().<String, RuntimeException>read(handle -> Stream.of("user_account", "api_key")
                .map(table ->
                        handle.createQuery("SELECT * FROM " + table).mapToMap().list())
                .toList()
                .toString());
        assertThat(rows)
                .contains("wang.fang", "$argon2id$")
                .doesNotContain(
                        PASSWORD,
                        filePassword(),
                        Files.readString(credential("api-token")).strip());
        assertThat(accounts().find("wang.fang").orElseThrow().toString()).doesNotContain("argon2id");
    }

    @Test
    void accounts_and_their_passwords_are_there_after_a_restart() {
        UserAccount made = wang(OF_FUCUN, Grant.everywhere(Role.LEADER));
        open();
        assertThat(accounts().find("wang.fang")).contains(made);
        assertThat(accounts().signIn("wang.fang", PASSWORD)).isTrue();
    }

    @Test
    void what_ends_sessions_ends_them_at_once_and_for_good() {
        UserAccount wang = wang(OF_FUCUN);
        String stamp = accounts().stamp("wang.fang").orElseThrow();
        assertThat(accounts().viewer("wang.fang", stamp)).contains(wang.viewer());
        accounts().changePassword("wang.fang", PASSWORD, "seven loud geese");
        assertThat(accounts().viewer("wang.fang", stamp)).isEmpty();
        String later = accounts().stamp("wang.fang").orElseThrow();
        close("wang.fang", version("wang.fang"), admin);
        assertThat(accounts().viewer("wang.fang", later)).isEmpty();
        assertThat(accounts().signIn("wang.fang", "seven loud geese")).isFalse();
        assertThat(state("wang.fang", State.OPEN, version("wang.fang"), admin).state())
                .isEqualTo(State.OPEN);
        assertThat(accounts().viewer("wang.fang", later)).as("closing ended it").isEmpty();
        assertThat(accounts().signIn("wang.fang", "seven loud geese")).isTrue();
    }

    private UserAccount state(String userName, State state, long version, Viewer by) {
        UserAccount now = accounts().find(userName).orElseThrow();
        return accounts().change(userName, now.person(), now.grants(), state, version, by);
    }

    private UserAccount close(String userName, long version, Viewer by) {
        return state(userName, State.CLOSED, version, by);
    }

    private UserAccount grant(String userName, Set<Grant> grants, long version, Viewer by) {
        UserAccount now = accounts().find(userName).orElseThrow();
        return accounts().change(userName, now.person(), grants, now.state(), version, by);
    }

    private UserAccount rename(String userName, Person person, long version) {
        UserAccount now = accounts().find(userName).orElseThrow();
        return accounts().change(userName, person, now.grants(), now.state(), version, admin);
    }

    private long version(String userName) {
        return accounts().find(userName).orElseThrow().version();
    }

    @Test
    void other_grants_count_from_the_next_request_on() {
        wang(OF_FUCUN);
        String stamp = accounts().stamp("wang.fang").orElseThrow();
        grant("wang.fang", Set.of(Grant.everywhere(Role.LEADER)), version("wang.fang"), admin);
        assertThat(accounts().viewer("wang.fang", stamp))
                .hasValueSatisfying(v -> assertThat(v.grants()).containsExactly(Grant.everywhere(Role.LEADER)));
    }

    @Test
    void a_password_that_was_given_has_to_be_changed() {
        wang(OF_FUCUN);
        String given = accounts().reset("wang.fang", admin);
        assertThat(accounts().signIn("wang.fang", PASSWORD)).isFalse();
        assertThat(accounts().signIn("wang.fang", given)).isTrue();
        assertThat(accounts().find("wang.fang").orElseThrow().mustChangePassword())
                .isTrue();
        accounts().changePassword("wang.fang", given, PASSWORD);
        assertThat(accounts().find("wang.fang").orElseThrow().mustChangePassword())
                .isFalse();
    }

    @Test
    void two_who_edit_at_a_time_do_not_overwrite_each_other() {
        UserAccount seen = wang(OF_FUCUN);
        rename("wang.fang", new Person("王芳芳", null, null), seen.version());
        assertThatThrownBy(() -> rename("wang.fang", WANG, seen.version()))
                .isInstanceOfSatisfying(
                        AccountProblem.class, p -> assertThat(p.kind()).isEqualTo(AccountProblem.Kind.CONFLICT))
                .hasMessageContaining("changed meanwhile");
    }

    @Test
    void administrators_are_different_people() {
        for (Role[] pair : new Role[][] {
            {Role.ACCOUNT_ADMINISTRATOR, Role.OPERATOR},
            {Role.OPERATOR, Role.AUDITOR},
            {Role.AUDITOR, Role.ACCOUNT_ADMINISTRATOR}
        }) {
            Set<Grant> both = Set.of(Grant.everywhere(pair[0]), Grant.everywhere(pair[1]));
            assertThatThrownBy(() -> accounts().create("both", WANG, both, admin))
                    .hasMessageContaining("different people");
        }
    }

    @Test
    void nobody_raises_or_shuts_out_himself() {
        UserAccount second = wang(Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR));
        Viewer own = second.viewer();
        Set<Grant> more = Set.of(Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR), Grant.everywhere(Role.OFFICER));
        assertThatThrownBy(() -> grant("wang.fang", more, second.version(), own))
                .hasMessageContaining("nobody changes what his own account may do");
        assertThatThrownBy(() -> close("wang.fang", second.version(), own)).isInstanceOf(AccountProblem.class);
        assertThatThrownBy(() -> accounts().reset("wang.fang", own)).isInstanceOf(AccountProblem.class);
    }

    @Test
    void the_last_administrator_of_accounts_stays() {
        UserAccount second = wang(Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR));
        close("admin", version("admin"), second.viewer());
        assertThatThrownBy(() -> close("wang.fang", second.version(), admin))
                .hasMessageContaining("last administrator of accounts");
    }

    @Test
    void names_of_closed_accounts_are_given_to_nobody() {
        wang(OF_FUCUN);
        close("wang.fang", version("wang.fang"), admin);
        assertThatThrownBy(() -> accounts().create("Wang.Fang", WANG, Set.of(OF_FUCUN), admin))
                .hasMessageContaining("has an account already");
    }

    @Test
    void what_makes_no_sense_is_refused_with_words() {
        assertThatThrownBy(() -> accounts().create("a b", WANG, Set.of(), admin))
                .hasMessageContaining("user name \"a b\"");
        assertThatThrownBy(() -> accounts().create("ab", new Person(" ", null, null), Set.of(), admin))
                .hasMessageContaining("full name");
        assertThatThrownBy(() -> accounts().create("ab", new Person("x", "no mail", null), Set.of(), admin))
                .hasMessageContaining("mail address \"no mail\"");
        Grant nowhere = new Grant(Role.OFFICER, Scope.parks(Set.of()));
        assertThatThrownBy(() -> accounts().create("ab", WANG, Set.of(nowhere), admin))
                .hasMessageContaining("role OFFICER is for nothing");
        Grant half = new Grant(Role.AUDITOR, Scope.parks(Set.of("fucun")));
        assertThatThrownBy(() -> accounts().create("ab", WANG, Set.of(half), admin))
                .hasMessageContaining("district as a whole only");
    }

    @Test
    void a_key_may_what_it_was_given_as_far_as_its_person_still_may_it() {
        wang(OF_FUCUN);
        ApiKeys.Made made = identities.keys().create("export", "wang.fang", Set.of(OF_FUCUN), null, admin);
        assertThat(identities.bearer(made.secret()))
                .contains(new Viewer(made.key().id(), "wang.fang", Set.of(OF_FUCUN)));
        grant("wang.fang", Set.of(Grant.everywhere(Role.LEADER)), version("wang.fang"), admin);
        assertThat(identities.bearer(made.secret()).orElseThrow().grants()).isEmpty();
        close("wang.fang", version("wang.fang"), admin);
        assertThat(identities.bearer(made.secret())).isEmpty();
    }

    @Test
    void the_day_of_the_last_use_is_noted_and_revives_no_key() {
        wang(OF_FUCUN);
        ApiKeys keys = identities.keys();
        String id = keys.create("export", "wang.fang", Set.of(OF_FUCUN), null, admin)
                .key()
                .id();
        assertThat(keys.isUseNoted(id)).isFalse();
        keys.noteUse(id);
        assertThat(keys.isUseNoted(id)).isTrue();
        keys.end(id);
        keys.noteUse(id);
        open();
        assertThat(identities.keys().all())
                .filteredOn(key -> key.id().equals(id))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.lastUsed()).isEqualTo("2026-11-30");
                    assertThat(key.endedAt()).isNotNull();
                });
    }

    @Test
    void a_key_may_no_more_than_its_person_and_ends_when_it_is_to() {
        wang(OF_FUCUN);
        assertThatThrownBy(() -> identities
                        .keys()
                        .create("all", "wang.fang", Set.of(Grant.everywhere(Role.OFFICER)), null, admin))
                .hasMessageContaining("more than account \"wang.fang\" may");
        Instant end = CLOCK.instant().plus(Duration.ofDays(1));
        ApiKeys.Made made = identities.keys().create("a day", "wang.fang", Set.of(OF_FUCUN), end, admin);
        Clock later = Clock.fixed(end, ZoneOffset.UTC);
        assertThat(Identities.open(fixture.folder(), fixture.books(), CHEAP, SignInConfig.defaults(), later)
                        .bearer(made.secret()))
                .isEmpty();
        assertThat(identities.bearer(made.secret())).isPresent();
        identities.keys().end(made.key().id());
        assertThat(identities.bearer(made.secret())).isEmpty();
        open();
        assertThat(identities.bearer(made.secret())).isEmpty();
    }

    @Test
    void sessions_of_an_account_are_ended_and_its_password_stays() {
        wang(OF_FUCUN);
        String stamp = accounts().stamp("wang.fang").orElseThrow();
        long version = accounts().endSessions("wang.fang").version();
        assertThat(accounts().viewer("wang.fang", stamp))
                .as("the session before")
                .isEmpty();
        assertThat(accounts().signIn("wang.fang", PASSWORD)).isTrue();
        assertThat(accounts().find("wang.fang").orElseThrow().version())
                .as("nobody has to look at the account anew")
                .isEqualTo(version);
        assertThatThrownBy(() -> accounts().endSessions("nobody")).isInstanceOf(AccountProblem.class);
    }

    @Test
    void a_key_is_listed_with_what_it_may_now() {
        UserAccount wang = wang(OF_FUCUN);
        ApiKeys.Made made = identities.keys().create("export", "wang.fang", Set.of(OF_FUCUN), null, admin);
        assertThat(identities.keys().rightsOf(made.key())).containsExactly(OF_FUCUN);
        accounts().change("wang.fang", WANG, Set.of(), State.OPEN, wang.version(), admin);
        assertThat(identities.keys().rightsOf(made.key())).isEmpty();
    }
}
