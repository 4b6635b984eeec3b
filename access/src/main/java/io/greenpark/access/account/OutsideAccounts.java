package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.outside.LinkTable;
import io.greenpark.access.outside.LinkTable.Person;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.access.outside.Proof;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose account it is that somebody else's page has proved. An account is found by its name once, and linked from then on to whom
 * the issuer means, whatever that one is called later; none is ever made here. Any thread may call.
 */
public final class OutsideAccounts {
    private final UserAccounts accounts;
    private final LinkTable table;
    private final Clock clock;
    private final Map<Person, String> links;

    /**
     * Whose it is.
     *
     * @param linkedNow whether that is so from this time on
     */
    public record Found(String userName, boolean linkedNow) {}

    OutsideAccounts(Books books, UserAccounts accounts, Clock clock) {
        this.table = new LinkTable(books);
        this.accounts = accounts;
        this.clock = clock;
        this.links = new ConcurrentHashMap<>(table.read());
    }

    /** Whether an account is linked. */
    public boolean isLinked(String userName) {
        return links.containsValue(userName);
    }

    /**
     * The account of a proof, linked where it was not. Blocks where it is linked now.
     *
     * @throws OutsideProblem if there is none, or it is closed
     */
    public synchronized Found of(Proof proof) {
        Person person = new Person(proof.issuer(), proof.subject());
        String linked = links.get(person);
        if (linked != null) {
            requireOpen(linked, proof);
            return new Found(linked, false);
        }
        String userName = byName(proof);
        table.put(person, userName, clock.instant());
        links.put(person, userName);
        return new Found(userName, true);
    }

    private void requireOpen(String userName, Proof proof) {
        if (accounts.find(userName)
                .filter(account -> account.state() == State.OPEN)
                .isEmpty()) {
            throw unlinked(proof, "account \"" + userName + "\" is closed");
        }
    }

    /** By its user name or its mail address, where that is one account's alone. */
    private String byName(Proof proof) {
        if (proof.name() == null) {
            throw unlinked(
                    proof, "no name is told by which to find an account; see signIn.openIdConnect.userNameClaim");
        }
        List<UserAccount> found = accounts.all().stream()
                .filter(account -> account.state() == State.OPEN && !account.first())
                .filter(account -> isOf(account, proof))
                .toList();
        if (found.size() != 1) {
            throw unlinked(
                    proof,
                    found.isEmpty()
                            ? "no open account has that user name or mail address"
                            : found.size() + " accounts have that user name or mail address");
        }
        String userName = found.get(0).userName();
        boolean taken = links.entrySet().stream()
                .anyMatch(link -> link.getValue().equals(userName)
                        && link.getKey().issuer().equals(proof.issuer()));
        if (taken) {
            throw unlinked(proof, "account \"" + userName + "\" is linked to another person of that provider");
        }
        return userName;
    }

    private static boolean isOf(UserAccount account, Proof proof) {
        return account.userName().equalsIgnoreCase(proof.userName())
                || proof.email() != null
                        && proof.email().equalsIgnoreCase(account.person().email());
    }

    private static OutsideProblem unlinked(Proof proof, String why) {
        return new OutsideProblem(
                OutsideProblem.Kind.UNLINKED,
                "sign-in of \"" + proof.name() + "\" (subject \"" + proof.subject() + "\" of " + proof.issuer() + "): "
                        + why);
    }

    /** Takes the links of an account away, so that it is found by its name again; false if it had none. Blocks. */
    public synchronized boolean unlink(String userName) {
        if (!isLinked(userName)) {
            return false;
        }
        table.remove(userName);
        links.values().removeIf(userName::equals);
        return true;
    }
}
