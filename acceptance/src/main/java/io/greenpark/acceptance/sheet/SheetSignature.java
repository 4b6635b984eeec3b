package io.greenpark.acceptance.sheet;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who answers for a sheet.
 *
 * @param name of the person, who need not be the account's
 * @param person the account or key by which it was given
 * @param account the account that answers for it: the second signature is of another one
 * @param confirmed the checks that failed then, each with why it was signed all the same
 */
public record SheetSignature(String name, String person, String account, Instant at, List<Confirmed> confirmed) {
    public SheetSignature {
        confirmed = List.copyOf(confirmed);
    }

    /** One of whom nothing had to be confirmed. */
    public SheetSignature(String name, String person, String account, Instant at) {
        this(name, person, account, at, List.of());
    }

    /** The same, of somebody who confirmed checks that failed. */
    public SheetSignature confirming(List<Confirmed> checks) {
        return new SheetSignature(name, person, account, at, checks);
    }

    /** All that was said of checks that failed, each once; empty where none did. */
    public String reasons() {
        return confirmed.stream().map(Confirmed::words).distinct().collect(Collectors.joining("; "));
    }

    /** Whether somebody else's account would be needed to sign beside this. */
    public boolean isOf(String otherPerson, String otherAccount) {
        return account.equals(otherAccount) || person.equals(otherPerson);
    }
}
