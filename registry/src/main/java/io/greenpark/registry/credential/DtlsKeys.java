package io.greenpark.registry.credential;

import io.greenpark.config.secret.SealingKey;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pre-shared keys in the books. DTLS needs the key itself, of which no hash is enough: it is encrypted with {@code credentials/dtls-key}, which
 * every process that takes DTLS in has to have.
 */
final class DtlsKeys {
    static final String FILE = "dtls-key";

    private final SealingKey key;

    private DtlsKeys(SealingKey key) {
        this.key = key;
    }

    /** Reads the key of a folder, and makes it where there is none. */
    static DtlsKeys open(SecretFolder folder) {
        return new DtlsKeys(SealingKey.open(
                folder, FILE, "then keys of DTLS are known only where credentials/devices.csv has them"));
    }

    /** What the books keep of a key; null for none. */
    @Nullable
    String seal(Principal owner, String pskHex) {
        return pskHex.isEmpty() ? null : key.seal(name(owner), HexFormat.of().parseHex(pskHex));
    }

    /** The key; null where there is none, or it was encrypted with another file. */
    byte @Nullable [] open(Principal owner, @Nullable String sealed) {
        return sealed == null ? null : key.open(name(owner), sealed).orElse(null);
    }

    /** Whether it is this key that the books keep. */
    boolean isSealed(Principal owner, String pskHex, @Nullable String sealed) {
        return pskHex.isEmpty() ? sealed == null : Arrays.equals(HexFormat.of().parseHex(pskHex), open(owner, sealed));
    }

    private static String name(Principal owner) {
        return owner.kind().name().toLowerCase(Locale.ROOT) + ":" + owner.id();
    }
}
