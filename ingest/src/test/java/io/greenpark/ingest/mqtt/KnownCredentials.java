package io.greenpark.ingest.mqtt;

import io.greenpark.park.registry.DeviceCredentials;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials of the test park: the password of {@code x} is {@code secret-x}, its token {@code token-x}. */
final class KnownCredentials implements DeviceCredentials {
    private static final Map<String, Principal> PRINCIPALS = Map.of(
            "m1", new Principal(Principal.Kind.DEVICE, "m1"),
            "m2", new Principal(Principal.Kind.DEVICE, "m2"),
            "m3", new Principal(Principal.Kind.DEVICE, "m3"),
            "gw", new Principal(Principal.Kind.GATEWAY, "gw"));

    @Override
    public @Nullable Principal authenticate(String userName, String password) {
        return password.equals("secret-" + userName) ? PRINCIPALS.get(userName) : null;
    }

    @Override
    public @Nullable Principal byToken(String token) {
        return token.startsWith("token-") ? PRINCIPALS.get(token.substring(6)) : null;
    }

    @Override
    public byte @Nullable [] preSharedKey(String identity) {
        return null;
    }
}
