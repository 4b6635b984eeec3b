package io.greenpark.sim.simulate;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.sim.profile.Discharge;
import io.greenpark.sim.profile.LoadShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simulated devices of a registry: every point whose carrier or quantity the tables know for the industry of its
 * enterprise gets a model; a device without any such point is left out.
 *
 * @param origin when meters begin and trends start
 * @param dischargeStart when outlets begin
 * @param defaultChangePercent yearly change of energy of enterprises that have no fault
 */
public record Population(
        Registry registry,
        Instant origin,
        Instant dischargeStart,
        double defaultChangePercent,
        Faults faults,
        long seed) {

    /** A model for every device that can be simulated. Call again for a fresh set that begins at the origin. */
    public List<DeviceModel> devices() {
        List<DeviceModel> models = new ArrayList<>();
        for (Device device : registry.facts().devices()) {
            Map<String, PointModel> points = new LinkedHashMap<>();
            boolean outlet = false;
            for (Point point : registry.pointsOfDevice(device.id()).values()) {
                PointModel model = model(point);
                if (model != null && point.endedAt() == null) {
                    points.put(point.key(), model);
                    outlet |= point.outletId() != null;
                }
            }
            if (!points.isEmpty()) {
                models.add(new Simulated(device.id(), device.gatewayId(), outlet ? dischargeStart : origin, points));
            }
        }
        return models;
    }

    private @Nullable PointModel model(Point point) {
        Enterprise enterprise = registry.enterprise(point.enterpriseId()).orElseThrow();
        Park park = registry.parkOf(enterprise);
        if (point.outletId() == null && point.currentFacts().carrier() != null) {
            double change = faults.yearlyChangePercent().getOrDefault(enterprise.id(), defaultChangePercent);
            return LoadShape.of(enterprise.industry())
                    .map(shape -> new MeterModel(
                            enterprise, point, shape, origin, park.time().zone(), change, seed))
                    .orElse(null);
        }
        return Discharge.of(enterprise.industry(), point.quantity())
                .map(d -> new OutletModel(
                        point.id(), d, limit(point), faults.exceeding().get(point.id()), seed))
                .orElse(null);
    }

    private @Nullable BigDecimal limit(Point point) {
        return registry.facts().limits().stream()
                .filter(l -> l.pointId().equals(point.id()))
                .map(Limit::upper)
                .filter(upper -> upper != null)
                .findFirst()
                .orElse(null);
    }
}
