package io.greenpark.access.outside;

import io.greenpark.store.books.Books;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The links in the books. */
public final class LinkTable {
    private final Books books;

    /** Whom an issuer means. */
    public record Person(String issuer, String subject) {}

    public LinkTable(Books books) {
        this.books = books;
    }

    /** User names by whom they are elsewhere. */
    public Map<Person, String> read() {
        return books.read(handle -> {
            Map<Person, String> links = new HashMap<>();
            handle.createQuery("SELECT issuer, subject, user_name FROM outside_link")
                    .map((row, context) -> Map.entry(
                            new Person(row.getString("issuer"), row.getString("subject")), row.getString("user_name")))
                    .forEach(link -> links.put(link.getKey(), link.getValue()));
            return links;
        });
    }

    /** Links an account. Durable when it returns; fails where the person or, for this issuer, the account is linked already. */
    public void put(Person person, String userName, Instant at) {
        books.write(tx -> tx.handle()
                .execute(
                        "INSERT INTO outside_link (issuer, subject, user_name, linked_ms) VALUES (?, ?, ?, ?)",
                        person.issuer(),
                        person.subject(),
                        userName,
                        at.toEpochMilli()));
    }

    /** Takes all links of an account away. */
    public void remove(String userName) {
        books.write(tx -> tx.handle().execute("DELETE FROM outside_link WHERE user_name = ?", userName));
    }
}
