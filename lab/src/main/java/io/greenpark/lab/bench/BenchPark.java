package io.greenpark.lab.bench;

import io.greenpark.lab.load.LoadClient;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A registry made up for the load: devices of twenty gauges each, ten devices per enterprise. */
final class BenchPark {
    static final String PASSWORD = "bench";

    private static final int KEYS = 20;
    private static final int DEVICES_PER_ENTERPRISE = 10;
    private static final Instant SINCE = Instant.parse("2018-01-01T00:00:00Z");
    private static final Bilingual NAME = new Bilingual("压测", "bench");

    private BenchPark() {}

    static String device(int index) {
        return "bench-device-" + index;
    }

    static String enterprise(int device) {
        return "bench-enterprise-" + device / DEVICES_PER_ENTERPRISE;
    }

    /** The keys of every device. */
    static List<String> keys() {
        return IntStream.range(0, KEYS).mapToObj(i -> "k" + i).toList();
    }

    /** One connection per device, from the first on. */
    static List<LoadClient> clients(int devices) {
        return IntStream.range(0, devices)
                .mapToObj(BenchPark::device)
                .map(d -> LoadClient.device(d, PASSWORD))
                .toList();
    }

    static Registry registry(int devices) {
        List<Enterprise> enterprises = new ArrayList<>();
        List<Device> all = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            String enterprise = enterprise(i);
            if (i % DEVICES_PER_ENTERPRISE == 0) {
                enterprises.add(new Enterprise(enterprise, "bench", NAME, "bench", true, false, List.of()));
            }
            all.add(new Device(device(i), enterprise, NAME, null, Duration.ofHours(1)));
            for (String key : keys()) {
                points.add(point(device(i), key, enterprise));
            }
        }
        return new Registry(new Registry.Facts(
                District.of("bench"),
                List.of(new Park("bench", NAME, ParkTime.shanghai())),
                enterprises,
                List.of(),
                List.of(),
                all,
                points,
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static Point point(String device, String key, String enterprise) {
        PointFacts facts = new PointFacts(
                SINCE,
                Unit.KW,
                PointKind.GAUGE,
                Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(1),
                null,
                BigDecimal.ONE,
                true,
                null,
                null,
                false,
                ParkTime.SHANGHAI);
        return new Point(
                device + "." + key, device, key, enterprise, null, "power", NAME, List.of(facts), List.of(), null);
    }

    /** Every device with the one password: signing in happens before the clock runs. */
    static DeviceCredentials credentials() {
        return new DeviceCredentials() {
            @Override
            public @Nullable Principal authenticate(String userName, String password) {
                return PASSWORD.equals(password) ? new Principal(Principal.Kind.DEVICE, userName) : null;
            }

            @Override
            public @Nullable Principal byToken(String token) {
                return null;
            }

            @Override
            public byte @Nullable [] preSharedKey(String identity) {
                return null;
            }
        };
    }
}
