package io.greenpark.registry.credential;

import io.greenpark.config.secret.Secrets;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.registry.GivenCredential;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import io.greenpark.registry.credential.SecretsFile.Known;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a data folder are to the rows in the books. A line counts where the books have nothing of its owner yet, or nothing that
 * this version wrote, as after an upgrade; where somebody changed it since it was last compared; and where the books are older than it, as
 * after a restore. Any other one has been overtaken by what was handed out elsewhere, and changes nothing.
 */
final class LineComparison {
    private final SecretsFile file;
    private final DtlsKeys keys;
    private final String tokenSalt;
    private final Clock clock;

    LineComparison(SecretsFile file, DtlsKeys keys, String tokenSalt, Clock clock) {
        this.file = file;
        this.keys = keys;
        this.tokenSalt = tokenSalt;
        this.clock = clock;
    }

    /** Whether a line is what its owner is to prove itself with. */
    boolean counts(Principal owner, DeviceSecrets line, @Nullable HashedCredential was, boolean passwordGiven) {
        if (was == null || was.changed() == 0 || isOf(owner, line, was, passwordGiven)) {
            return true;
        }
        Map<Principal, Known> known = file.known();
        if (known == null) {
            return false;
        }
        Known compared = known.get(owner);
        return compared == null || !compared.hash().equals(file.hash(line)) || compared.changed() > was.changed();
    }

    /** Whether somebody took the line of an owner out since it was last compared with its row. */
    boolean isTakenOut(Principal owner, HashedCredential was) {
        Map<Principal, Known> known = file.known();
        Known compared = known == null ? null : known.get(owner);
        return compared != null && compared.changed() >= was.changed();
    }

    /** Whether a row is of the secrets of a line. */
    boolean isOf(Principal owner, DeviceSecrets line, HashedCredential row, boolean passwordGiven) {
        return isTokenOf(line, row)
                && (passwordGiven || line.password().isEmpty() || isPassword(line, row))
                && (isForeign(owner, row.dtlsKey()) || keys.isSealed(owner, line.pskHex(), row.dtlsKey()));
    }

    /** Whether a row is of the token of a line, which no two secrets that were made share. */
    boolean isTokenOf(DeviceSecrets line, HashedCredential row) {
        return Secrets.hash(tokenSalt, line.token()).equals(row.tokenHash());
    }

    private static boolean isPassword(DeviceSecrets line, HashedCredential row) {
        return row.hash() != null && Secrets.same(row.hash(), Secrets.hash(row.salt(), line.password()));
    }

    /** Whether a key was sealed with another file than that of this folder. */
    private boolean isForeign(Principal owner, @Nullable String sealed) {
        return sealed != null && keys.open(owner, sealed) == null;
    }

    /**
     * What the books should have of an owner; its present row where that fits.
     *
     * @param line the one that counts; null for none
     * @param takenOut whether somebody took its line out, which ends DTLS
     */
    HashedCredential row(
            Principal owner,
            @Nullable DeviceSecrets line,
            @Nullable HashedCredential was,
            @Nullable GivenCredential given,
            boolean takenOut) {
        String salt = was == null ? Secrets.salt() : was.salt();
        String hash = was == null ? null : was.hash();
        if (given != null) {
            salt = given.salt();
            hash = given.sha256().toLowerCase(Locale.ROOT);
        } else if (line != null && !line.password().isEmpty() && (was == null || !isPassword(line, was))) {
            salt = Secrets.salt();
            hash = Secrets.hash(salt, line.password());
        }
        String tokenHash = line != null ? Secrets.hash(tokenSalt, line.token()) : was == null ? null : was.tokenHash();
        return new HashedCredential(
                CredentialTable.code(owner.kind()),
                owner.id(),
                salt,
                hash,
                tokenHash,
                was == null ? clock.millis() : was.sourceMs(),
                takenOut ? null : dtlsKey(owner, line, was),
                was == null ? 0 : was.changed());
    }

    private @Nullable String dtlsKey(Principal owner, @Nullable DeviceSecrets line, @Nullable HashedCredential was) {
        String kept = was == null ? null : was.dtlsKey();
        if (line == null || keys.isSealed(owner, line.pskHex(), kept) || was != null && isSame(owner, line, was)) {
            return kept;
        }
        return keys.seal(owner, line.pskHex());
    }

    /** Whether a row that another process's file sealed is of this line, as far as can be told. */
    private boolean isSame(Principal owner, DeviceSecrets line, HashedCredential was) {
        return isForeign(owner, was.dtlsKey()) && isTokenOf(line, was);
    }

    /** The key of an owner as the books have it; null where they have none, or it was sealed with the file of another folder. */
    byte @Nullable [] key(Principal owner, HashedCredential row) {
        return keys.open(owner, row.dtlsKey());
    }

    /** The same by the line of this folder, where it is of that row. */
    byte @Nullable [] keyOfLine(
            Principal owner, HashedCredential row, @Nullable DeviceSecrets line, boolean passwordGiven) {
        return line == null || line.pskHex().isEmpty() || !isOf(owner, line, row, passwordGiven)
                ? null
                : HexFormat.of().parseHex(line.pskHex());
    }

    /**
     * What is known of all lines once some were compared.
     *
     * @param rows those that they were compared with, as they are now
     */
    Map<Principal, Known> compared(
            Map<Principal, DeviceSecrets> lines,
            Map<Principal, HashedCredential> rows,
            Map<String, GivenCredential> given) {
        Map<Principal, Known> before = file.known();
        Map<Principal, Known> compared = new LinkedHashMap<>();
        lines.forEach((owner, line) -> {
            HashedCredential row = rows.get(owner);
            Known known = before == null ? new Known(file.hash(line), 0) : before.get(owner);
            if (row != null && isOf(owner, line, row, given.containsKey(owner.id()))) {
                compared.put(owner, new Known(file.hash(line), row.changed()));
            } else if (row != null) {
                compared.put(owner, new Known(file.hash(line), known == null ? 0 : known.changed()));
            } else if (known != null) {
                compared.put(owner, known);
            }
        });
        return compared;
    }
}
