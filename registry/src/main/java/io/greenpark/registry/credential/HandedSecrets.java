package io.greenpark.registry.credential;

import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.registry.GivenCredential;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts secrets in force that were handed out. The books decide, for all processes and in one transaction: killed before it the old secrets are in
 * force, and behind it the new ones, which lie in a file of their own from before until {@link #settle} has put them where they are looked up.
 */
final class HandedSecrets {
    private final SecretsFile file;
    private final CredentialTable table;
    private final LineComparison comparison;
    private final Supplier<Map<String, GivenCredential>> given;

    HandedSecrets(
            SecretsFile file,
            CredentialTable table,
            LineComparison comparison,
            Supplier<Map<String, GivenCredential>> given) {
        this.file = file;
        this.table = table;
        this.comparison = comparison;
        this.given = given;
    }

    /**
     * Puts them in force; where that fails, those of before are so still.
     *
     * @param rows of the new ones
     * @param before the rows that they take the place of
     * @return the rows as they are kept
     */
    List<HashedCredential> putInForce(
            Map<Principal, DeviceSecrets> made, List<HashedCredential> rows, List<HashedCredential> before) {
        String fileBefore = file.text();
        file.hand(made);
        try {
            List<HashedCredential> kept = table.putTogether(rows);
            settle();
            return kept;
        } catch (RuntimeException e) {
            takeBack(before, fileBefore, e);
            throw e;
        }
    }

    /** What cannot be taken back now, since the books are away, is settled with the next look: by what the books say then. */
    private void takeBack(List<HashedCredential> before, @Nullable String fileBefore, RuntimeException failed) {
        try {
            // A connection that broke while committing leaves open whether the books have the new ones.
            table.putTogether(before.stream()
                    .filter(was -> table.find(was.kind(), was.id())
                            .filter(row -> row.changed() != was.changed())
                            .isPresent())
                    .toList());
            file.restore(fileBefore);
            file.handedOver();
        } catch (RuntimeException e) {
            failed.addSuppressed(e);
        }
    }

    /** Secrets that were being handed out when a process died, or the books went away: what the books took is in force, the rest is void. */
    void settle() {
        Map<Principal, DeviceSecrets> handed = file.handed();
        if (handed == null) {
            return;
        }
        Map<Principal, DeviceSecrets> inForce = new LinkedHashMap<>();
        Map<Principal, HashedCredential> rows = new HashMap<>();
        handed.forEach((owner, line) -> table.find(CredentialTable.code(owner.kind()), owner.id())
                .filter(row -> comparison.isTokenOf(line, row))
                .ifPresent(row -> {
                    inForce.put(owner, line);
                    rows.put(owner, row);
                }));
        if (!inForce.isEmpty()) {
            Map<Principal, DeviceSecrets> lines = file.peek();
            lines.putAll(inForce);
            file.write(lines);
            file.know(comparison.compared(lines, rows, given.get()));
            // What else was changed in it by hand is looked at with the next change.
            file.forget();
        }
        file.handedOver();
    }

    /** Renewals of a version before V34 that broke off behind the table: those whose lines the file does not have never came into force. */
    void settleFormer() {
        Map<Principal, DeviceSecrets> lines = null;
        List<HashedCredential> back = new ArrayList<>();
        boolean any = false;
        for (Kind kind : Kind.values()) {
            for (HashedCredential before :
                    table.before(CredentialTable.code(kind)).values()) {
                any = true;
                lines = lines == null ? file.peek() : lines;
                HashedCredential renewed =
                        table.find(CredentialTable.code(kind), before.id()).orElse(null);
                DeviceSecrets line = lines.get(new Principal(kind, before.id()));
                boolean inForce = renewed != null && line != null && comparison.isTokenOf(line, renewed);
                if (!inForce) {
                    back.add(before);
                }
            }
        }
        if (any) {
            table.settle(back);
        }
    }
}
