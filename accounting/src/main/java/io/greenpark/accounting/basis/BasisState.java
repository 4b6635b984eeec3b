package io.greenpark.accounting.basis;

import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Whether the accounts have noted what a registry says, whichever process keeps them. */
public final class BasisState {
    private BasisState() {}

    /**
     * Whether what the figures of a month of an area and its enterprises rest on is noted; recomputing it may still be going on. Where no
     * accounts are kept at all there is nothing to wait for.
     */
    public static boolean isNoted(Handle handle, Registry registry, Subject area, YearMonth month) {
        RegistryDigests digests = new RegistryDigests(registry);
        List<BasisKey> keys = new ArrayList<>(List.of(BasisKey.members(area)));
        area.enterprises(registry).forEach(id -> {
            Stream.of(BasisKey.statistics(id, month), BasisKey.factors(id), BasisKey.metering(id))
                    .forEach(keys::add);
            registry.pointsOfEnterprise(id).forEach(point -> keys.add(BasisKey.point(point.id())));
        });
        Map<String, String> noted =
                AccountBasisTable.load(handle, keys.stream().map(BasisKey::text).toList());
        if (noted.isEmpty()) {
            return true;
        }
        return keys.stream().allMatch(key -> {
            // Without a digest no figure is to change with it.
            String said = digests.of(key);
            return said == null || said.equals(noted.getOrDefault(key.text(), ""));
        });
    }
}
