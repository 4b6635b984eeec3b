package io.greenpark.dashboards.event;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * What of some changes one listener is told: of whom, by id; never what it is now.
 *
 * @param cases about which enterprises, parks or districts cases were raised, changed or ended
 * @param devices of which enterprises devices stand otherwise
 * @param quarantine whether other devices or keys wait to be claimed
 * @param closings of which parks a month was closed or opened
 */
record News(Set<String> cases, Set<String> devices, boolean quarantine, Set<String> closings) {
    /** More ids are not listed: nearly everything changed. */
    private static final int MOST = 500;

    boolean isEmpty() {
        return cases.isEmpty() && devices.isEmpty() && !quarantine && closings.isEmpty();
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        put(json, "cases", cases);
        put(json, "devices", devices);
        put(json, "closings", closings);
        if (quarantine) {
            json.putNull("quarantine");
        }
        return json;
    }

    /** Null stands for everybody. */
    private static void put(JsonObject json, String kind, Set<String> ids) {
        if (!ids.isEmpty()) {
            json.put(kind, ids.size() > MOST ? null : new JsonArray(ids.stream().toList()));
        }
    }
}
