package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.dashboards.api.Problem.RowFault;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads claims of waiting devices as edits of the registry, which judges them all at once: all of them, or none.
 *
 * @param edits what is asked of the registry
 * @param devices what is claimed, in the order sent
 */
record ClaimRequest(EditRequest edits, List<ClaimedDevice> devices) {
    private static final Bilingual BODY = new Bilingual("请求正文", "the body");

    ClaimRequest {
        devices = List.copyOf(devices);
    }

    /**
     * The claim of one device.
     *
     * @param seen the registry as whoever claims sees it
     * @param newest number of the newest change: what somebody else does after it to one of the documents is not undone
     */
    static ClaimRequest one(Question question, WaitingDevice waiting, Registry seen, long newest) {
        ObjectNode body = ChangeRequest.body(question);
        ChangeRequest.allow(body, BODY, "reason", "emergency", "device", "points");
        ClaimedDevice claimed = new ClaimedDevice(waiting, seen, body, new ClaimIds(seen));
        List<Edit> edits = claimed.edits();
        return of(question, body, edits, List.of(claimed), newest);
    }

    /**
     * The claim of several devices. What is wrong is told of each at once.
     *
     * @param find the waiting device of an id, or the refusal of one that does not wait
     */
    static ClaimRequest several(Question question, Function<String, WaitingDevice> find, Registry seen, long newest) {
        ObjectNode body = ChangeRequest.body(question);
        ChangeRequest.allow(body, BODY, "reason", "emergency", "devices");
        List<ObjectNode> rows = rows(body);
        ClaimIds ids = new ClaimIds(seen);
        List<ClaimedDevice> devices = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        Set<Long> claimed = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode row = rows.get(i);
            WaitingDevice waiting = find.apply(row.path("unknown").asText());
            if (!claimed.add(waiting.id())) {
                throw Problem.badRequest(new Bilingual(
                        "\"devices\"：待认领设备 \"" + waiting.id() + "\" 出现了两次；每台只写一次",
                        "\"devices\": unknown device \"" + waiting.id() + "\" stands twice; give each once"));
            }
            try {
                ChangeRequest.allow(row, new Bilingual("设备", "a device"), "unknown", "device", "points");
                ClaimedDevice device = new ClaimedDevice(waiting, seen, row, ids);
                edits.addAll(device.edits());
                devices.add(device);
            } catch (Problem problem) {
                faults.add(new RowFault(i, waiting.deviceId(), problem.detail()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.inRows(faults);
        }
        if (edits.size() > ChangeRequest.MAX_EDITS) {
            throw Problem.badRequest(new Bilingual(
                    "\"devices\" 共涉及 " + edits.size() + " 项；一次变更最多 " + ChangeRequest.MAX_EDITS + " 项，请分多次认领",
                    "\"devices\" makes " + edits.size() + " edits; a change takes at most " + ChangeRequest.MAX_EDITS
                            + ", claim them in several"));
        }
        return of(question, body, edits, devices, newest);
    }

    private static List<ObjectNode> rows(ObjectNode body) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode each : body.path("devices")) {
            if (!(each instanceof ObjectNode row) || !row.path("unknown").isTextual()) {
                throw noRows();
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw noRows();
        }
        return rows;
    }

    private static Problem noRows() {
        return Problem.badRequest(new Bilingual(
                "\"devices\" 须为至少一台设备的列表，如 [{\"unknown\": \"1\", \"device\": {...}, \"points\": [...]}]；\"unknown\""
                        + " 为待认领设备的编号，见 /api/v1/quarantine",
                "\"devices\" must be a list of at least one device, e.g. [{\"unknown\": \"1\", \"device\": {...}, \"points\":"
                        + " [...]}]; \"unknown\" is the id of one that waits, /api/v1/quarantine lists them"));
    }

    private static ClaimRequest of(
            Question question, ObjectNode body, List<Edit> edits, List<ClaimedDevice> devices, long newest) {
        EditRequest request = ChangeRequest.by(
                question, ChangeRequest.reason(body), edits, newest, ChangeRequest.flag(body, "emergency"));
        KeptText.require(body);
        return new ClaimRequest(request, devices);
    }
}
