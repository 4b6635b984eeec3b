package io.greenpark.registry.credential;

import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What devices and gateways prove themselves with, by user name, token hash and identity. Never changed, but copied. */
final class SignInIndex {
    static final SignInIndex EMPTY = new SignInIndex(Map.of(), Map.of(), Map.of());

    private final Map<String, HashedCredential> byUser;
    private final Map<String, Principal> byToken;
    private final Map<String, byte[]> keys;

    private SignInIndex(
            Map<String, HashedCredential> byUser, Map<String, Principal> byToken, Map<String, byte[]> keys) {
        this.byUser = byUser;
        this.byToken = byToken;
        this.keys = keys;
    }

    /**
     * The same without some owners and with others.
     *
     * @param keys those of the ones that come, of who has any
     */
    SignInIndex with(Collection<Principal> gone, Map<Principal, HashedCredential> come, Map<Principal, byte[]> keys) {
        SignInIndex copy = new SignInIndex(new HashMap<>(byUser), new HashMap<>(byToken), new HashMap<>(this.keys));
        gone.forEach(copy::remove);
        come.keySet().forEach(copy::remove);
        come.forEach((owner, row) -> copy.add(owner, row, keys.get(owner)));
        return copy;
    }

    private void remove(Principal owner) {
        if (has(owner)) {
            HashedCredential row = byUser.remove(owner.id());
            if (row != null && row.tokenHash() != null) {
                byToken.remove(row.tokenHash());
            }
            keys.remove(owner.id());
        }
    }

    private void add(Principal owner, HashedCredential row, byte @Nullable [] key) {
        byUser.put(owner.id(), row);
        if (row.tokenHash() != null) {
            byToken.put(row.tokenHash(), owner);
        }
        if (key != null) {
            keys.put(owner.id(), key);
        }
    }

    /** Whether an owner can sign in. */
    boolean has(Principal owner) {
        HashedCredential row = byUser.get(owner.id());
        return row != null && row.kind().equals(owner.kind().name().toLowerCase(Locale.ROOT));
    }

    @Nullable
    HashedCredential user(String name) {
        return byUser.get(name);
    }

    @Nullable
    Principal token(String hash) {
        return byToken.get(hash);
    }

    byte @Nullable [] key(String identity) {
        return keys.get(identity);
    }
}
