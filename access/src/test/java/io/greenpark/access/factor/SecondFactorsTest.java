package io.greenpark.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.secret.SecretFolder;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Second factors as people meet them. */
class SecondFactorsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(Totp.STEP_SECONDS);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Instant now = NOON;
    private SecondFactors factors;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        factors = SecondFactors.open(fixture.books(), folder(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private SecretFolder folder() {
        return new SecretFolder(fixture.folder().resolve("credentials"));
    }

    private Path key() {
        return fixture.folder().resolve("credentials").resolve("second-factor-key");
    }

    /** As after a restart at a later time. */
    private void later(Duration time) {
        now = now.plus(time);
        open();
    }

    private String code(byte[] secret, int steps) {
        return Totp.code(secret, now.plus(STEP.multipliedBy(steps)));
    }

    /** Sets one up with the code of before, so that the one of now is still good. */
    private byte[] setUp(String userName) {
        byte[] secret = Base32.decode(factors.begin(userName).secret());
        factors.confirm(userName, code(secret, -1));
        return secret;
    }

    @Test
    void one_is_in_use_from_the_first_right_code_on() {
        byte[] secret = Base32.decode(factors.begin("wang").secret());
        assertThat(secret).hasSize(20);
        assertThat(factors.isOn("wang")).isFalse();
        assertThatThrownBy(() -> factors.confirm("wang", "000000")).hasMessageContaining("the code is wrong");
        assertThat(factors.isOn("wang")).isFalse();
        assertThat(factors.confirm("wang", code(secret, 0))).hasSize(10);
        assertThat(factors.isOn("wang")).isTrue();
        assertThat(factors.isOn("li")).isFalse();
        assertThatThrownBy(() -> factors.begin("wang")).hasMessageContaining("has a second factor already");
        assertThatThrownBy(() -> factors.confirm("wang", code(secret, 1))).hasMessageContaining("already");
    }

    @Test
    void the_link_is_what_apps_read() {
        Enrolment enrolment = factors.begin("王 fang");
        assertThat(enrolment.link())
                .isEqualTo("otpauth://totp/Greenpark:%E7%8E%8B%20fang?secret=" + enrolment.secret()
                        + "&issuer=Greenpark&algorithm=SHA1&digits=6&period=30");
        assertThat(enrolment.toString()).doesNotContain(enrolment.secret());
    }

    @Test
    void a_code_counts_once_over_a_restart_too() {
        byte[] secret = setUp("wang");
        String code = code(secret, 0);
        assertThat(factors.accept("wang", "000000")).isFalse();
        assertThat(factors.accept("wang", code)).isTrue();
        assertThat(factors.accept("wang", code)).isFalse();
        factors.noteUse("wang");
        open();
        assertThat(factors.accept("wang", code)).isFalse();
        assertThat(factors.accept("wang", code(secret, 1))).as("the next one").isTrue();
    }

    @Test
    void the_code_that_sets_it_up_signs_nobody_in() {
        byte[] secret = Base32.decode(factors.begin("wang").secret());
        String code = code(secret, 0);
        factors.confirm("wang", code);
        assertThat(factors.accept("wang", code)).isFalse();
    }

    @Test
    void a_recovery_code_counts_once_however_it_is_typed() {
        byte[] secret = Base32.decode(factors.begin("wang").secret());
        List<String> codes = factors.confirm("wang", code(secret, 0));
        assertThat(codes).doesNotHaveDuplicates().allMatch(each -> each.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        assertThat(codes).allMatch(SecondFactors::isRecoveryCode);
        assertThat(SecondFactors.isRecoveryCode(" 123456 ")).isFalse();
        String typed = codes.get(0).replace('-', ' ').toUpperCase(Locale.ROOT);
        assertThat(factors.acceptRecovery("li", codes.get(0))).as("of another").isFalse();
        assertThat(factors.acceptRecovery("wang", typed)).isTrue();
        assertThat(factors.acceptRecovery("wang", codes.get(0))).isFalse();
        assertThat(factors.recoveryCodesLeft("wang")).isEqualTo(9);
        open();
        assertThat(factors.acceptRecovery("wang", codes.get(0))).isFalse();
        assertThat(factors.recoveryCodesLeft("wang")).isEqualTo(9);
        assertThat(factors.acceptRecovery("wang", codes.get(9))).isTrue();
    }

    @Test
    void what_was_begun_long_ago_or_anew_is_void() {
        byte[] first = Base32.decode(factors.begin("wang").secret());
        byte[] second = Base32.decode(factors.begin("wang").secret());
        assertThatThrownBy(() -> factors.confirm("wang", code(first, 0))).hasMessageContaining("wrong");
        assertThat(factors.confirm("wang", code(second, 0))).isNotEmpty();
        assertThatThrownBy(() -> factors.confirm("li", "123456")).hasMessageContaining("begin anew");
        later(Duration.ofHours(2));
        assertThatThrownBy(() -> factors.confirm("li", "123456")).hasMessageContaining("begin anew");
    }

    @Test
    void one_that_is_removed_is_gone_with_its_recovery_codes() {
        byte[] secret = Base32.decode(factors.begin("wang").secret());
        List<String> codes = factors.confirm("wang", code(secret, 0));
        assertThat(factors.remove("wang")).isTrue();
        assertThat(factors.remove("wang")).isFalse();
        open();
        assertThat(factors.isOn("wang")).isFalse();
        assertThat(factors.accept("wang", code(secret, 1))).isFalse();
        assertThat(factors.acceptRecovery("wang", codes.get(0))).isFalse();
        setUp("wang");
        assertThat(factors.acceptRecovery("wang", codes.get(0)))
                .as("of the one before")
                .isFalse();
    }

    @Test
    void the_books_hold_nothing_that_makes_codes() {
        String secret = factors.begin("wang").secret();
        List<String> codes = factors.confirm("wang", code(Base32.decode(secret), 0));
        String rows = fixture.books().<String, RuntimeException>read(handle -> Stream.of(
                        "second_factor", "recovery_code")
                .map(table ->
                        handle.createQuery("SELECT * FROM " + table).mapToMap().list())
                .toList()
                .toString());
        assertThat(rows).contains("wang").doesNotContain(secret).doesNotContain(codes.get(0));
    }

    @Test
    void secrets_of_another_key_let_nobody_in_and_can_be_reset() throws IOException {
        byte[] secret = setUp("wang");
        String kept = Files.readString(key());
        Files.delete(key());
        open();
        assertThat(factors.isOn("wang")).isTrue();
        assertThat(factors.accept("wang", code(secret, 0))).isFalse();
        Files.writeString(key(), kept);
        open();
        assertThat(factors.accept("wang", code(secret, 0))).isTrue();
        Files.writeString(key(), "no key\n");
        assertThatThrownBy(this::open).hasMessageContaining("second-factor-key: is not 32 bytes in hexadecimal");
    }

    @Test
    void a_secret_is_of_its_account_alone() {
        byte[] secret = setUp("wang");
        fixture.books().write(tx -> tx.handle()
                .execute("INSERT INTO second_factor (user_name, secret, last_step, confirmed_ms)"
                        + " SELECT 'li', secret, 0, 1 FROM second_factor"));
        open();
        assertThat(factors.accept("li", code(secret, 0))).isFalse();
        assertThat(factors.accept("wang", code(secret, 0))).isTrue();
    }
}
