package io.greenpark.config.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a certificate into a data folder: one of the installation's own authority, or one that was issued elsewhere. */
public final class TlsSetup {
    /** What every server is reached by on its own machine. */
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "::1");

    private final TlsFolder folder;
    private final Clock clock;

    public TlsSetup(Path data, Clock clock) {
        this.folder = TlsFolder.of(data);
        this.clock = clock;
    }

    /**
     * Makes a certificate, and at the first time the authority that signs it.
     *
     * @param hosts names and addresses that clients dial; none keeps those of the certificate before
     * @param machine the name of this machine, which is always among them
     */
    public ServerIdentity make(KeyAlgorithm algorithm, List<String> hosts, String machine, Duration life) {
        Instant now = clock.instant();
        OwnAuthority authority = folder.ownAuthority();
        if (authority == null
                || now.isAfter(authority.certificate().getNotAfter().toInstant())) {
            authority = OwnAuthority.make(algorithm, machine, now);
            folder.keep(authority);
        }
        Set<String> names = new LinkedHashSet<>();
        hosts.forEach(h -> names.add(HostNames.canonical(h)));
        // Named hosts replace what was there, so that a set-up which was cut off can be done again.
        ServerIdentity before = hosts.isEmpty() ? folder.current() : null;
        if (before != null) {
            names.addAll(before.names());
        }
        names.add(HostNames.canonical(machine));
        HERE.forEach(h -> names.add(HostNames.canonical(h)));
        ServerIdentity made = authority.issue(algorithm, List.copyOf(names), life, now);
        folder.keep(made, List.of(authority.certificate()));
        return made;
    }

    /**
     * Takes a certificate that was issued elsewhere, if clients will accept it.
     *
     * @param authorities file of what devices are given; null if they know the issuer
     * @throws TlsException with every fault
     */
    public ServerIdentity take(PemFiles given, @Nullable Path authorities, List<String> hosts) {
        ServerIdentity identity = ServerIdentity.read(given);
        List<X509Certificate> trusted = authorities == null ? List.of() : Pem.certificates(authorities);
        List<String> faults = new ArrayList<>(identity.faults(hosts, clock.instant()));
        if (authorities != null && !identity.issuedBy(trusted, clock.instant())) {
            faults.add("the certificate was not issued by what \"" + authorities + "\" holds, or the chain between is"
                    + " missing; give the issuer's certificate, and the server's file with all between");
        }
        if (!faults.isEmpty()) {
            throw new TlsException("\"" + given.certificate() + "\" was not taken: " + String.join("; ", faults));
        }
        folder.keep(identity, trusted);
        return identity;
    }
}
