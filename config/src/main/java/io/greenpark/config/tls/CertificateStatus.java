package io.greenpark.config.tls;

import io.greenpark.config.setting.EnumCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a certificate in use.
 *
 * @param usedBy what shows it, e.g. {@code mqtt}
 * @param names the hosts it is issued for
 * @param daysLeft whole days until it expires, 0 when it has
 * @param trouble why changed files could not be taken up, in words; null while they can
 */
public record CertificateStatus(
        String usedBy,
        Path file,
        List<String> names,
        Instant expires,
        long daysLeft,
        State state,
        @Nullable String trouble) {

    /** What there is to do about it. */
    public enum State {
        /** Nothing. */
        WELL,
        /** Renew it soon. */
        EXPIRING,
        /** The files were changed and cannot be used; the former certificate is in use. */
        NOT_RENEWED,
        /** Clients refuse it. */
        EXPIRED;

        public String code() {
            return EnumCode.of(this);
        }
    }

    public CertificateStatus {
        names = List.copyOf(names);
    }
}
