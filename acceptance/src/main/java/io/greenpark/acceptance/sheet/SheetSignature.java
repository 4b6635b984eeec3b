package io.greenpark.acceptance.sheet;

import java.time.Instant;

/**
 * Who answers for a sheet.
 *
 * @param name of the person, who need not be the account's
 * @param person the account or key by which it was given
 * @param account the account that answers for it: the second signature is of another one
 */
public record SheetSignature(String name, String person, String account, Instant at) {
    /** Whether somebody else's account would be needed to sign beside this. */
    public boolean isOf(String otherPerson, String otherAccount) {
        return account.equals(otherAccount) || person.equals(otherPerson);
    }
}
