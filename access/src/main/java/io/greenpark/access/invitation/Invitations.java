package io.greenpark.access.invitation;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.secret.Secrets;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may choose the password of an account with what token. A token has 130 random bits and is kept as its hash; another invitation, or
 * its first use, ends it. Any thread may call; calls block.
 */
public final class Invitations {
    private final Books books;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * One that was just made.
     *
     * @param token that nobody can look up afterwards
     */
    public record Made(String token, Instant expiresAt) {
        /** Names nothing to attack. */
        @Override
        public String toString() {
            return "invitation until " + expiresAt;
        }
    }

    /** @param lifetime how long one is good */
    public Invitations(Books books, Duration lifetime, Clock clock) {
        this.books = books;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Invites whoever an account is of; invitations of before end. */
    public Made make(String userName, String email, String by) {
        String token = Secrets.secret();
        Instant now = clock.instant();
        Instant end = now.plus(lifetime);
        books.write(tx -> {
            tx.handle()
                    .execute(
                            "UPDATE invitation SET expires_ms = ? WHERE user_name = ? AND used_ms IS NULL AND expires_ms > ?",
                            now.toEpochMilli(),
                            userName,
                            now.toEpochMilli());
            return tx.handle()
                    .execute(
                            "INSERT INTO invitation (hash, user_name, email, created_ms, created_by, expires_ms)"
                                    + " VALUES (?, ?, ?, ?, ?, ?)",
                            Sha256.hex(token),
                            userName,
                            email,
                            now.toEpochMilli(),
                            by,
                            end.toEpochMilli());
        });
        return new Made(token, end);
    }

    /** Whose account a token is for; empty where it is none that is good. Changes nothing. */
    public Optional<String> accountOf(String token) {
        return books.read(handle -> handle.createQuery(
                        "SELECT user_name FROM invitation WHERE hash = :hash AND used_ms IS NULL AND expires_ms > :now")
                .bind("hash", Sha256.hex(token))
                .bind("now", clock.millis())
                .mapTo(String.class)
                .findFirst());
    }

    /** Uses a token up; false where it is none that is good, as for the second of two who come with it. */
    public boolean use(String token) {
        return books.write(tx -> tx.handle()
                        .execute(
                                "UPDATE invitation SET used_ms = ? WHERE hash = ? AND used_ms IS NULL AND expires_ms > ?",
                                clock.millis(),
                                Sha256.hex(token),
                                clock.millis()))
                == 1;
    }

    /** Ends the invitations of an account. */
    public void end(String userName) {
        books.write(tx -> tx.handle()
                .execute(
                        "UPDATE invitation SET expires_ms = ? WHERE user_name = ? AND used_ms IS NULL AND expires_ms > ?",
                        clock.millis(),
                        userName,
                        clock.millis()));
    }
}
