package io.greenpark.park.registry;

import org.jspecify.annotations.Nullable;

/** Who a sender is. Answers from memory, so doors may ask on their event loops; any thread may call. */
public interface DeviceCredentials {
    /** The device or gateway of this user name and password; null if there is none or the password is wrong. */
    @Nullable
    Principal authenticate(String userName, String password);

    /** The device or gateway whose access token this is (the user name of {@code v1/...} clients); null if none. */
    @Nullable
    Principal byToken(String token);

    /** The pre-shared key of a DTLS identity; null if unknown. */
    byte @Nullable [] preSharedKey(String identity);

    /** A known sender: a device publishes for itself, a gateway for the devices that name it. */
    record Principal(Kind kind, String id) {
        public enum Kind {
            DEVICE,
            GATEWAY
        }
    }
}
