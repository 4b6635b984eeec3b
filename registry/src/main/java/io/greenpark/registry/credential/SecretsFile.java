package io.greenpark.registry.credential;

import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code credentials/devices.csv} of one data folder: the secrets themselves, to be looked up and changed by hand. What counts stands in the
 * books, which other processes write too; so {@code devices.csv.known} notes which lines were compared with them, by which a line that
 * somebody changed is told from one that has been overtaken. Secrets that are being handed out lie in {@code devices.csv.handed} until they
 * are either here or void. For one thread at a time.
 */
final class SecretsFile {
    static final String NAME = "devices.csv";
    static final String KNOWN = NAME + ".known";
    static final String HANDED = NAME + ".handed";

    private static final long UNREAD = -1;
    private static final String KNOWN_HEADER = "kind,id,sha256,changed";
    private static final String KNOWN_LINE = "(device|gateway),[^,]+,[0-9a-f]{64},\\d{1,18}";

    private final SecretFolder folder;
    private final String salt;

    /** When the file had last been changed, as of the last time it was read or written here. */
    private long fileMs = UNREAD;

    private @Nullable Map<Principal, Known> known;

    /** @param salt of the hashes of lines */
    SecretsFile(SecretFolder folder, String salt) {
        this.folder = folder;
        this.salt = salt;
    }

    /**
     * A line that was compared with the books.
     *
     * @param hash of the line
     * @param changed number of the write of credentials that it came from or had been compared with
     */
    record Known(String hash, long changed) {}

    Path path() {
        return folder.path(NAME);
    }

    /** Whether it may have other lines than when it was last read or written here. */
    boolean isOther() {
        return folder.changedMs(NAME) != fileMs;
    }

    /** It is looked at as a whole next time. */
    void forget() {
        fileMs = UNREAD;
    }

    /** The lines by their owner, which are looked at as a whole. */
    Map<Principal, DeviceSecrets> lines() {
        // Looked at first: what is written while it is read is read again.
        fileMs = folder.changedMs(NAME);
        return peek();
    }

    /** The lines, of which only some are looked at: {@link #isOther} stays as it is. */
    Map<Principal, DeviceSecrets> peek() {
        String text = folder.read(NAME);
        return text == null ? new LinkedHashMap<>() : DeviceSecrets.parse(text, path());
    }

    void write(Map<Principal, DeviceSecrets> lines) {
        folder.write(NAME, DeviceSecrets.write(lines));
        fileMs = folder.changedMs(NAME);
    }

    /** The lines as they were when they were last compared with the books; null if they never were. */
    @Nullable
    Map<Principal, Known> known() {
        if (known == null) {
            String text = folder.read(KNOWN);
            known = text == null ? null : parse(text);
        }
        return known;
    }

    private Map<Principal, Known> parse(String text) {
        Map<Principal, Known> parsed = new LinkedHashMap<>();
        for (String line : text.lines().skip(1).toList()) {
            if (!line.matches(KNOWN_LINE)) {
                throw new CredentialException(
                        folder.path(KNOWN)
                                + ": is not as Greenpark wrote it; delete it, then the books count where devices.csv says otherwise");
            }
            String[] columns = line.split(",");
            Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
            parsed.put(new Principal(kind, columns[1]), new Known(columns[2], Long.parseLong(columns[3])));
        }
        return parsed;
    }

    /** Notes that the lines were compared with the books. */
    void know(Map<Principal, Known> compared) {
        if (compared.equals(known())) {
            return;
        }
        StringBuilder text = new StringBuilder(KNOWN_HEADER).append('\n');
        compared.forEach((owner, line) -> text.append(String.join(
                        ",",
                        owner.kind().name().toLowerCase(Locale.ROOT),
                        owner.id(),
                        line.hash(),
                        String.valueOf(line.changed())))
                .append('\n'));
        folder.write(KNOWN, text.toString());
        known = new LinkedHashMap<>(compared);
    }

    String hash(DeviceSecrets line) {
        return Secrets.hash(salt, String.join(",", line.password(), line.token(), line.pskHex()));
    }

    /** The secrets that are being handed out; null where none are. */
    @Nullable
    Map<Principal, DeviceSecrets> handed() {
        String text = folder.read(HANDED);
        return text == null ? null : DeviceSecrets.parse(text, folder.path(HANDED));
    }

    /** Keeps secrets that are to be handed out, before they count. */
    void hand(Map<Principal, DeviceSecrets> secrets) {
        folder.write(HANDED, DeviceSecrets.write(secrets));
    }

    /** They are in the file, or void. */
    void handedOver() {
        folder.delete(HANDED);
    }

    /** Puts the file back as it was, if it has become another one. */
    void restore(@Nullable String before) {
        if (before != null && !Objects.equals(before, text())) {
            folder.write(NAME, before);
        }
    }

    @Nullable
    String text() {
        return folder.read(NAME);
    }
}
