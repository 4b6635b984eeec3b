package io.greenpark.config.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names a certificate is issued for: DNS names and addresses of its subjectAltName, as clients check them. */
public final class HostNames {
    static final int DNS = 2;
    static final int ADDRESS = 7;
    private static final String IPV4 = "\\d{1,3}(\\.\\d{1,3}){3}";
    private static final String DNS_NAME =
            "(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?" + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*";

    private HostNames() {}

    /** Whether a certificate may be issued for a text as the name or address of a host. */
    public static boolean isValid(String name) {
        return isAddress(name) ? address(name) != null : name.length() <= 253 && name.matches(DNS_NAME);
    }

    static boolean isAddress(String name) {
        return name.matches(IPV4) || name.contains(":");
    }

    /** In the order in which the certificate names them. */
    static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                if (Set.of(DNS, ADDRESS).contains(name.get(0))) {
                    names.add(canonical(String.valueOf(name.get(1))));
                }
            }
        } catch (CertificateParsingException e) {
            throw new TlsException("the names of the certificate cannot be read (" + e.getMessage() + ")", e);
        }
        return names;
    }

    /** Whether a client that dials {@code host} would take one of the names for it. */
    static boolean cover(List<String> names, String host) {
        String wanted = canonical(host);
        int dot = wanted.indexOf('.');
        boolean wildcard = !isAddress(wanted) && dot > 0 && names.contains("*" + wanted.substring(dot));
        return names.contains(wanted) || wildcard;
    }

    /** Lower case, and an address in the one form Java writes it in. */
    static String canonical(String name) {
        String address = isAddress(name) ? address(name) : null;
        return address == null ? name.toLowerCase(Locale.ROOT) : address;
    }

    private static @Nullable String address(String literal) {
        try {
            // A literal is never looked up.
            return InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
