package io.greenpark.operations.canary;

import io.greenpark.park.registry.Canary;
import io.greenpark.park.registry.DeviceCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The devices' credentials and the canary's. Its password is made at every start, lives in memory only and is good for
 * the MQTT door of this process.
 */
public final class CanaryCredentials implements DeviceCredentials {
    private static final int SECRET_BYTES = 24;

    private final DeviceCredentials devices;
    private final String password = secret();

    public CanaryCredentials(DeviceCredentials devices) {
        this.devices = devices;
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String password() {
        return password;
    }

    @Override
    public @Nullable Principal authenticate(String userName, String given) {
        if (!userName.equals(Canary.DEVICE)) {
            return devices.authenticate(userName, given);
        }
        boolean right = MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        return right ? new Principal(Principal.Kind.DEVICE, Canary.DEVICE) : null;
    }

    @Override
    public @Nullable Principal byToken(String token) {
        return devices.byToken(token);
    }

    @Override
    public byte @Nullable [] preSharedKey(String identity) {
        return devices.preSharedKey(identity);
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "credentials of devices and canary";
    }
}
