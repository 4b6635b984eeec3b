package io.greenpark.alerts.rulebook;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is judged, and so what of the scopes of rules it lies in. Looked up in the registry only where it is asked for: most kinds have one rule, of the
 * district.
 *
 * @param about the enterprise, park or district
 * @param device null where it is no device or point
 * @param point null where it is no point
 * @param outlet null where it is no outlet or point of one
 */
public record RulePlace(
        Registry registry,
        Subject about,
        @Nullable String outlet,
        @Nullable String device,
        @Nullable String point) {
    public static RulePlace of(Registry registry, Subject about) {
        return new RulePlace(registry, about, null, null, null);
    }

    public static RulePlace of(Registry registry, Device device) {
        return new RulePlace(registry, Subject.enterprise(device.enterpriseId()), null, device.id(), null);
    }

    public static RulePlace of(Registry registry, Point point) {
        return new RulePlace(
                registry, Subject.enterprise(point.enterpriseId()), point.outletId(), point.deviceId(), point.id());
    }

    public static RulePlace of(Registry registry, Outlet outlet) {
        return new RulePlace(registry, Subject.enterprise(outlet.enterpriseId()), outlet.id(), null, null);
    }

    /** The id of what a scope is of it; null where it lies in none. */
    @Nullable
    String at(RuleScope scope) {
        return switch (scope) {
            case DISTRICT -> AlertRule.DISTRICT;
            case PARK ->
                about.scope() == Subject.Scope.PARK
                        ? about.id()
                        : enterprise().map(Enterprise::parkId).orElse(null);
            case INDUSTRY -> enterprise().map(Enterprise::industry).orElse(null);
            case ENTERPRISE -> about.scope() == Subject.Scope.ENTERPRISE ? about.id() : null;
            case OUTLET -> outlet;
            case DEVICE -> device;
            case POINT -> point;
        };
    }

    private Optional<Enterprise> enterprise() {
        return about.scope() == Subject.Scope.ENTERPRISE ? registry.enterprise(about.id()) : Optional.empty();
    }

    /** The day of the calendar that its periods follow. */
    public LocalDate dayOf(Instant at) {
        return about.time(registry).dayOf(at);
    }

    /** What is discharged there; null where nothing is. */
    Outlet.@Nullable Medium medium() {
        return Optional.ofNullable(outlet)
                .or(this::outletOfDevice)
                .flatMap(registry::outlet)
                .map(Outlet::medium)
                .orElse(null);
    }

    private Optional<String> outletOfDevice() {
        return device == null
                ? Optional.empty()
                : registry.pointsOfDevice(device).values().stream()
                        .map(Point::outletId)
                        .filter(Objects::nonNull)
                        .findFirst();
    }
}
