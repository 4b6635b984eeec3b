package io.greenpark.acceptance.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of the registry by a sheet that two have signed. */
final class AcceptanceEdit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AcceptanceEdit() {}

    /** Whether all that a comparison rests on is the same. */
    static boolean isSame(String device, Registry one, Registry other) {
        return one == other
                || one.device(device).equals(other.device(device))
                        && one.pointsOfDevice(device).equals(other.pointsOfDevice(device))
                        && one.pointsOfDevice(device).values().stream()
                                .allMatch(p -> one.limitsOfPoint(p.id()).equals(other.limitsOfPoint(p.id())));
    }

    /** All that the second signer said, in one text; null where that is nothing. */
    static @Nullable String why(@Nullable String words, SheetSignature signature) {
        String why = Stream.of(words == null ? "" : words, signature.reasons())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? null : why;
    }

    /** What the registry is asked for. */
    static EditRequest of(AcceptanceSheet accepted, SheetSignature signature, Instant from, Reach reach) {
        ObjectNode patch = JSON.createObjectNode();
        patch.putObject("acceptance")
                .putObject(from.toString())
                .put("state", EnumCode.of(State.ACCEPTED))
                .put("sheet", accepted.number());
        Edit edit = new Edit(new DocumentKey(DocumentKind.DEVICE, accepted.deviceId()), Verb.PATCH, patch.toString());
        SheetSignature installer = accepted.installer();
        String reason = "acceptance sheet " + accepted.number() + " of " + accepted.deviceId() + ", signed by "
                + (installer == null ? "nobody" : installer.name()) + " and " + signature.name()
                + (accepted.words() == null ? "" : ": " + accepted.words());
        return new EditRequest(
                signature.person(),
                signature.account(),
                Source.CONSOLE,
                reason,
                List.of(edit),
                null,
                false,
                false,
                reach);
    }
}
