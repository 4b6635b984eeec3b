package io.greenpark.registry.credential;

import io.greenpark.park.registry.DeviceCredentials.Principal;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/** Makes new secrets of devices and gateways in the place of those that they have. */
public interface CredentialRenewal {
    /**
     * New secrets.
     *
     * @param lines as {@code devices.csv} has them, with its header; a secret each and nothing to log
     * @param withoutPassword those whose password the registry's files give as a hash, so that it stays
     */
    record Renewed(String lines, Set<Principal> withoutPassword) {
        public Renewed {
            withoutPassword = Set.copyOf(withoutPassword);
        }

        /** Names the number of lines and no secret. */
        @Override
        public String toString() {
            return "new secrets in " + lines.lines().count() + " lines";
        }
    }

    /**
     * Makes them, and puts them in force once there is an answer with them. When this returns they are durable, and what was valid before is so
     * no longer for whoever connects from then on. Where it fails, or the process dies in it, what was valid before is so still.
     *
     * @param answer makes what hands them out; what it throws is thrown, and nothing has changed
     * @throws IllegalArgumentException if one of them has no credentials: it is not in the registry, or all its points have ended
     */
    <T> T renew(Collection<Principal> owners, Function<Renewed, T> answer);
}
