package io.greenpark.dashboards.api;

import io.greenpark.operations.status.DiskUse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Sizes and forecast as JSON; whole bytes, days with one decimal. */
final class DiskJson {
    private DiskJson() {}

    static JsonObject of(DiskUse disk) {
        return new JsonObject()
                .put("stores", Json.array(disk.stores(), DiskJson::store))
                .put("disks", Json.array(disk.disks(), DiskJson::disk))
                .put(
                        "readingsPerDay",
                        new JsonObject()
                                .put("measured", whole(disk.measuredPerDay()))
                                .put("expected", whole(disk.expectedPerDay())))
                .put("foldedBytesPerReading", tenths(disk.compactedBytesPerReading()))
                .put("points", Json.array(disk.points(), DiskJson::points));
    }

    private static JsonObject store(DiskUse.StoreUse store) {
        return new JsonObject()
                .put("name", store.name())
                .put("usedBytes", store.usedBytes())
                .put("readings", store.readings())
                .put("bytesPerReading", tenths(store.bytesPerReading()))
                .put("measured", store.measured())
                .put("keepDays", tenths(store.keepDays()));
    }

    private static JsonObject disk(DiskUse.Disk disk) {
        return new JsonObject()
                .put("name", disk.name())
                .put("stores", new JsonArray(disk.stores()))
                .put("totalBytes", disk.totalBytes())
                .put("freeBytes", disk.freeBytes())
                .put("grownIn30Days", whole(disk.grownIn30Days()))
                .put("daysUntilFull", tenths(disk.daysUntilFull()));
    }

    private static JsonObject points(DiskUse.PointClass points) {
        return new JsonObject()
                .put("intervalSeconds", points.intervalSeconds())
                .put("points", points.points())
                .put("bytesPerPointAndYear", whole(points.bytesPerYear()));
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Math.round(value);
    }

    private static @Nullable Double tenths(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }
}
