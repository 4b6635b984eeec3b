package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Connect;
import io.greenpark.ingest.mqtt.packet.ProtocolVersion;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What a CONNECT results in: a known sender, or a refusal with what the client and the dead letters are told. */
sealed interface MqttSignIn {
    /** The sender is known. */
    record Granted(Principal principal) implements MqttSignIn {}

    /**
     * The client is refused.
     *
     * @param user the user name, if the registry knows it; else null: an unknown text may be a secret
     * @param detail a sentence for the dead letters; never a secret
     * @param told a sentence for the client, which may be a stranger
     */
    record Denied(
            ConnectRefusal refusal,
            RejectReason reason,
            @Nullable String user,
            Bilingual detail,
            Bilingual told) implements MqttSignIn {
        /** A refusal whose cause everybody may know. */
        static Denied openly(ConnectRefusal refusal, RejectReason reason, Bilingual detail) {
            return new Denied(refusal, reason, null, detail, detail);
        }
    }

    /** Checks a CONNECT. */
    static MqttSignIn of(Connect connect, DeviceCredentials credentials, Registry registry) {
        if (connect.wishes().enhancedAuthentication()) {
            return Denied.openly(
                    ConnectRefusal.BAD_AUTHENTICATION_METHOD,
                    RejectReason.BAD_CREDENTIALS,
                    MqttMessages.noEnhancedAuthentication());
        }
        if (connect.clientId().isEmpty() && !mayBeAssigned(connect)) {
            return Denied.openly(
                    ConnectRefusal.CLIENT_ID_NOT_VALID, RejectReason.MALFORMED, MqttMessages.emptyClientId());
        }
        String user = connect.login().userName();
        if (user == null || user.isEmpty()) {
            return Denied.openly(ConnectRefusal.NOT_AUTHORIZED, RejectReason.BAD_CREDENTIALS, MqttMessages.anonymous());
        }
        String password = connect.login().password();
        return check(user, password == null || password.isEmpty() ? null : password, credentials, registry);
    }

    /** Whether a client without an id gets one: in MQTT 5 always, in 3.1.1 with a clean session, in 3.1 never. */
    private static boolean mayBeAssigned(Connect connect) {
        return connect.version() == ProtocolVersion.V5
                || (connect.version() == ProtocolVersion.V3_1_1 && connect.cleanStart());
    }

    private static MqttSignIn check(
            String user, @Nullable String password, DeviceCredentials credentials, Registry registry) {
        Principal principal = password == null ? credentials.byToken(user) : credentials.authenticate(user, password);
        if (principal != null) {
            return new Granted(principal);
        }
        boolean known =
                registry.device(user).isPresent() || registry.gateway(user).isPresent();
        Bilingual detail;
        if (known) {
            detail = password == null ? MqttMessages.noPassword(user) : MqttMessages.wrongPassword(user);
        } else {
            detail = password == null ? MqttMessages.unknownToken() : MqttMessages.unknownUser();
        }
        return new Denied(
                ConnectRefusal.BAD_CREDENTIALS,
                RejectReason.BAD_CREDENTIALS,
                known ? user : null,
                detail,
                MqttMessages.notSignedIn());
    }
}
