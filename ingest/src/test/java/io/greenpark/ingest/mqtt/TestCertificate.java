package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost, made by {@code openssl}. */
record TestCertificate(Path certificate, Path key) {
    static TestCertificate make(Path dir) throws Exception {
        TestCertificate made = new TestCertificate(dir.resolve("certificate.pem"), dir.resolve("key.pem"));
        List<String> self = List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2");
        List<String> names = List.of("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1");
        List<String> files = List.of("-keyout", made.key.toString(), "-out", made.certificate.toString());
        assertThat(run(self, names, files)).startsWith("0 ");
        return made;
    }

    /** The settings of a door that shows it, and these. */
    Map<String, String> settings(Map<String, String> more) {
        Map<String, String> all =
                new HashMap<>(Map.of("certificate", certificate.toString(), "certificateKey", key.toString()));
        all.putAll(more);
        return all;
    }

    /** Sockets of clients that trust it. */
    SSLSocketFactory trusted() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "door", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** Runs a command of these words; its exit code and what it said. */
    static String run(List<String> first, List<String> second, List<String> third) throws Exception {
        List<String> command = new ArrayList<>(first);
        command.addAll(second);
        command.addAll(third);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }
}
