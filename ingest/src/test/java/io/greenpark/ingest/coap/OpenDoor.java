package io.greenpark.ingest.coap;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.intake.TestStores;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The CoAP door on free ports, before real stores and the test park. The key of sender x is {@code key-of-x}. */
final class OpenDoor implements AutoCloseable {
    final TestStores stores;
    final Intake intake;
    final CoapDoor door;
    private final IntakeConfig intakeConfig;
    private final PayloadFormats formats;
    private final Map<String, String> settings;

    OpenDoor(Path dir) throws IOException {
        this(dir, IntakeConfig.DEFAULT);
    }

    OpenDoor(Path dir, IntakeConfig intakeConfig) throws IOException {
        this(dir, intakeConfig, PayloadFormats.standard());
    }

    OpenDoor(Path dir, IntakeConfig intakeConfig, PayloadFormats formats) throws IOException {
        this(dir, intakeConfig, formats, Map.of());
    }

    OpenDoor(Path dir, IntakeConfig intakeConfig, Map<String, String> settings) throws IOException {
        this(dir, intakeConfig, PayloadFormats.standard(), settings);
    }

    private OpenDoor(Path dir, IntakeConfig intakeConfig, PayloadFormats formats, Map<String, String> settings)
            throws IOException {
        this.intakeConfig = intakeConfig;
        this.formats = formats;
        this.settings = settings;
        stores = new TestStores(dir);
        intake = Intake.create(stores.log, stores.deadLetters, intakeConfig);
        door = create(0);
        door.start();
    }

    private CoapDoor create(int port) {
        RegistrySource registry = new Fixed(TestPark.registry());
        Map<String, String> all = new HashMap<>(settings);
        all.put("port", String.valueOf(port));
        all.put("securePort", "0");
        return CoapDoor.create(
                config(all),
                new IngestPipeline(
                        formats,
                        new MessageValidators(registry, intakeConfig.clockTolerance()),
                        intake,
                        Clock.systemUTC()),
                new Keys(),
                registry);
    }

    /** Tries to open a second door on a given plain port. */
    void another(int port) throws IOException {
        try (CoapDoor second = create(port)) {
            second.start();
        }
    }

    static CoapDoorConfig config(Map<String, String> texts) {
        return CoapDoorConfig.from(Settings.ofTexts(texts), new Problems());
    }

    static String key(String identity) {
        return "key-of-" + identity;
    }

    String plain(String device) {
        return "coap://127.0.0.1:" + door.port() + "/greenpark/" + device + "/telemetry";
    }

    String secure(String device) {
        return "coaps://127.0.0.1:" + door.securePort() + "/greenpark/" + device + "/telemetry";
    }

    @Override
    public void close() {
        door.close();
        stores.close();
    }

    record Fixed(Registry current) implements RegistrySource {
        @Override
        public void onChange(Consumer<RegistryChange> listener) {
            // This park never changes.
        }
    }

    private static final class Keys implements DeviceCredentials {
        private static final List<String> KNOWN = List.of("m1", "m2", "m3", "gw");

        @Override
        public @Nullable Principal authenticate(String userName, String password) {
            return null;
        }

        @Override
        public @Nullable Principal byToken(String token) {
            return null;
        }

        @Override
        public byte @Nullable [] preSharedKey(String identity) {
            return KNOWN.contains(identity) ? key(identity).getBytes(StandardCharsets.UTF_8) : null;
        }
    }
}
