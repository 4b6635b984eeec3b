package io.greenpark.access.account;

import io.greenpark.access.account.ApiKeys.Made;
import io.greenpark.park.viewer.Grant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of accounts and keys changes when somebody leaves.
 *
 * @param userName who leaves
 * @param version of that account as it was seen
 * @param seen versions of all who get something, as they were when it was decided
 * @param keys accounts that answer for keys from then on, by the ids of the keys; each gets another secret, as the leaver knows the one so far
 * @param ended ids of keys that end with the account; together with the others all that it answers for
 * @param grants all that accounts may do from then on which are to do more
 */
public record HandedOver(
        String userName,
        long version,
        Map<String, Long> seen,
        Map<String, String> keys,
        Set<String> ended,
        Map<String, Set<Grant>> grants) {
    public HandedOver {
        seen = Map.copyOf(seen);
        keys = Map.copyOf(keys);
        ended = Set.copyOf(ended);
        grants = Map.copyOf(grants);
    }

    /**
     * What came of it.
     *
     * @param closed the account of whoever left
     * @param renewed the keys that go on, with the secrets that nobody can look up afterwards
     */
    public record Done(UserAccount closed, List<Made> renewed) {
        public Done {
            renewed = List.copyOf(renewed);
        }
    }
}
