package io.greenpark.registry.credential;

import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.registry.GivenCredential;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings books and file of credentials together: what is missing is made, what was changed by hand is taken over. */
final class KeptCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCredentials.class);

    private final SecretsFile file;
    private final CredentialTable table;
    private final LineComparison comparison;
    private final Supplier<Map<String, GivenCredential>> given;

    KeptCredentials(
            SecretsFile file,
            CredentialTable table,
            LineComparison comparison,
            Supplier<Map<String, GivenCredential>> given) {
        this.file = file;
        this.table = table;
        this.comparison = comparison;
        this.given = given;
    }

    /** The rows of all devices and gateways. */
    Map<Principal, HashedCredential> stored() {
        Map<Principal, HashedCredential> stored = new HashMap<>();
        for (Kind kind : Kind.values()) {
            table.of(CredentialTable.code(kind)).forEach((id, row) -> stored.put(new Principal(kind, id), row));
        }
        return stored;
    }

    /**
     * The rows of some owners, made and kept where they are missing or other ones.
     *
     * @param stored those that there are
     */
    Map<Principal, HashedCredential> bringUp(Collection<Principal> wanted, Map<Principal, HashedCredential> stored) {
        Map<Principal, DeviceSecrets> lines = file.lines();
        Map<String, GivenCredential> givenHashes = given.get();
        int made = fill(wanted, lines, stored, givenHashes);
        if (made > 0) {
            file.write(lines);
            LOG.info("credentials: made secrets of {} devices and gateways in {}", made, file.path());
        }
        Map<Principal, HashedCredential> rows = new LinkedHashMap<>();
        List<HashedCredential> changed = new ArrayList<>();
        List<String> overtaken = new ArrayList<>();
        for (Principal owner : wanted) {
            HashedCredential was = stored.get(owner);
            DeviceSecrets line = lines.get(owner);
            GivenCredential givenHash = givenHashes.get(owner.id());
            boolean counts = line != null && comparison.counts(owner, line, was, givenHash != null);
            boolean takenOut = line == null && was != null && comparison.isTakenOut(owner, was);
            if (line != null && !counts) {
                overtaken.add(owner.id());
            }
            HashedCredential row = comparison.row(owner, counts ? line : null, was, givenHash, takenOut);
            rows.put(owner, row);
            if (!row.equals(was) || row.changed() == 0) {
                changed.add(row);
            }
        }
        table.put(changed).forEach(row -> rows.put(row.owner(), row));
        file.know(comparison.compared(lines, rows, givenHashes));
        if (!overtaken.isEmpty()) {
            LOG.warn(
                    "credentials: {} has {} lines whose secrets are not valid, as they were renewed elsewhere, that of {} first; empty"
                            + " their fields for new ones made here",
                    file.path(),
                    overtaken.size(),
                    overtaken.get(0));
        }
        return rows;
    }

    /** Makes the secrets that are missing; returns for how many. */
    private int fill(
            Collection<Principal> wanted,
            Map<Principal, DeviceSecrets> lines,
            Map<Principal, HashedCredential> stored,
            Map<String, GivenCredential> givenHashes) {
        int made = 0;
        for (Principal owner : wanted) {
            DeviceSecrets line = lines.get(owner);
            HashedCredential was = stored.get(owner);
            boolean passwordGiven = givenHashes.containsKey(owner.id());
            boolean counts = line == null ? was == null : comparison.counts(owner, line, was, passwordGiven);
            if (!counts) {
                continue;
            }
            DeviceSecrets full = (line == null ? new DeviceSecrets(owner, "", "", "") : line).filled(passwordGiven);
            if (!full.equals(line)) {
                lines.put(owner, full);
                made++;
            }
        }
        return made;
    }

    /** The keys of DTLS of some owners, of who has any. */
    Map<Principal, byte[]> keys(Map<Principal, HashedCredential> rows) {
        Map<String, GivenCredential> givenHashes = given.get();
        Map<Principal, byte[]> keys = new HashMap<>();
        Map<Principal, DeviceSecrets> lines = null;
        int unread = 0;
        for (Map.Entry<Principal, HashedCredential> each : rows.entrySet()) {
            Principal owner = each.getKey();
            HashedCredential row = each.getValue();
            byte[] key = comparison.key(owner, row);
            if (key == null && row.dtlsKey() != null) {
                lines = lines == null ? file.peek() : lines;
                key = comparison.keyOfLine(owner, row, lines.get(owner), givenHashes.containsKey(owner.id()));
                unread += key == null ? 1 : 0;
            }
            if (key != null) {
                keys.put(owner, key);
            }
        }
        if (unread > 0) {
            LOG.warn(
                    "credentials: keys of DTLS of {} devices and gateways were encrypted with another {} than that of this folder, so"
                            + " they are not known here; copy that file from the folder of the process that made them, and restart",
                    unread,
                    DtlsKeys.FILE);
        }
        return keys;
    }
}
