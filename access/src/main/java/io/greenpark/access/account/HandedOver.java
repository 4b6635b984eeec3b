package io.greenpark.access.account;

import io.greenpark.park.viewer.Grant;
import java.util.Map;
import java.util.Set;

/**
 * What of accounts and keys changes when somebody leaves.
 *
 * @param userName who leaves
 * @param version of that account as it was seen
 * @param keys accounts that answer for keys from then on, by the ids of the keys
 * @param grants all that accounts may do from then on which are to do more
 */
public record HandedOver(String userName, long version, Map<String, String> keys, Map<String, Set<Grant>> grants) {
    public HandedOver {
        keys = Map.copyOf(keys);
        grants = Map.copyOf(grants);
    }
}
