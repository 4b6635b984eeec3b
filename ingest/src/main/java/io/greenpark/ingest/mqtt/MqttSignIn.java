package io.greenpark.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a CONNECT results in: a known sender, or a refusal with what the client and the dead letters are told. */
sealed interface MqttSignIn {
    int MQTT_5 = 5;

    /** The sender is known. */
    record Granted(Principal principal) implements MqttSignIn {}

    /**
     * The client is refused.
     *
     * @param user the user name, if the registry knows it; else null: an unknown text may be a secret
     * @param detail a sentence for the client and the dead letters; never a secret
     */
    record Denied(
            MqttConnectReturnCode code,
            RejectReason reason,
            @Nullable String user,
            Bilingual detail) implements MqttSignIn {}

    /** Checks a CONNECT. */
    static MqttSignIn of(MqttConnectMessage connect, DeviceCredentials credentials, Registry registry) {
        boolean five = connect.variableHeader().version() >= MQTT_5;
        if (five && connect.variableHeader().properties().getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
            return new Denied(
                    CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD,
                    RejectReason.BAD_CREDENTIALS,
                    null,
                    MqttMessages.noEnhancedAuthentication());
        }
        String clientId = connect.payload().clientIdentifier();
        if (!five
                && (clientId == null || clientId.isEmpty())
                && !connect.variableHeader().isCleanSession()) {
            return new Denied(
                    CONNECTION_REFUSED_IDENTIFIER_REJECTED, RejectReason.MALFORMED, null, MqttMessages.emptyClientId());
        }
        String user = connect.variableHeader().hasUserName() ? connect.payload().userName() : null;
        if (user == null || user.isEmpty()) {
            return new Denied(
                    five ? CONNECTION_REFUSED_NOT_AUTHORIZED_5 : CONNECTION_REFUSED_NOT_AUTHORIZED,
                    RejectReason.BAD_CREDENTIALS,
                    null,
                    MqttMessages.anonymous());
        }
        return check(user, password(connect), five, credentials, registry);
    }

    private static @Nullable String password(MqttConnectMessage connect) {
        byte[] bytes =
                connect.variableHeader().hasPassword() ? connect.payload().passwordInBytes() : null;
        return bytes == null || bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static MqttSignIn check(
            String user, @Nullable String password, boolean five, DeviceCredentials credentials, Registry registry) {
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
                five ? CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD : CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
                RejectReason.BAD_CREDENTIALS,
                known ? user : null,
                detail);
    }
}
