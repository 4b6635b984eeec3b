package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Look-ups in the current registry, with a refusal where an id is unknown, and the time zone of answers. */
final class Parks {
    private final RegistrySource source;

    Parks(RegistrySource source) {
        this.source = source;
    }

    Registry registry() {
        return source.current();
    }

    Park park(String id) {
        return registry().park(id).orElseThrow(() -> unknown(DocumentKind.PARK, id, "/api/v1/parks"));
    }

    Enterprise enterprise(String id) {
        return registry().enterprise(id).orElseThrow(() -> unknown(DocumentKind.ENTERPRISE, id, "/api/v1/enterprises"));
    }

    Outlet outlet(String id) {
        return registry().outlet(id).orElseThrow(() -> unknown(DocumentKind.OUTLET, id, "/api/v1/enterprises/{id}"));
    }

    Device device(String id) {
        return registry().device(id).orElseThrow(() -> unknown(DocumentKind.DEVICE, id, "/api/v1/devices"));
    }

    Point point(String id) {
        return registry().point(id).orElseThrow(() -> unknown(DocumentKind.POINT, id, "/api/v1/enterprises/{id}"));
    }

    private static Problem unknown(DocumentKind kind, String id, String where) {
        Bilingual what = kind.named();
        return Problem.notFound(new Bilingual(
                what.zh() + " \"" + id + "\" 不在登记册中；现有的见 " + where,
                what.en() + " \"" + id + "\" is not in the registry; " + where + " lists those that are"));
    }

    Gateway gateway(String id) {
        return registry().gateway(id).orElseThrow(() -> unknown(DocumentKind.GATEWAY, id, "/api/v1/gateways"));
    }

    Subject district() {
        return Subject.district(registry().facts().districtId());
    }

    /** The calendar of lists over all parks. */
    ParkTime districtTime() {
        return district().time(registry());
    }

    /** The zone of lists over all parks. */
    ZoneId districtZone() {
        return districtTime().zone();
    }

    /** The zone of an enterprise's park; Shanghai's if the registry no longer has the enterprise. */
    ZoneId zoneOf(@Nullable String enterpriseId) {
        return registry().timeOf(enterpriseId).zone();
    }

    /** The zone of a device's park. */
    ZoneId zoneOfDevice(@Nullable String deviceId) {
        return zoneOf(
                deviceId == null
                        ? null
                        : registry().device(deviceId).map(Device::enterpriseId).orElse(null));
    }

    /** Id and name of an enterprise; the id for both if the registry no longer has it. */
    JsonObject named(String enterpriseId) {
        return named(Subject.enterprise(enterpriseId));
    }

    JsonObject named(Subject subject) {
        return new JsonObject().put("id", subject.id()).put("name", Json.name(subject.name(registry())));
    }

    /** A park as a whole, and every enterprise in it. */
    Set<Subject> within(Park park) {
        Set<Subject> within = new LinkedHashSet<>();
        within.add(Subject.park(park.id()));
        registry().enterprisesOfPark(park.id()).forEach(e -> within.add(Subject.enterprise(e.id())));
        return within;
    }
}
