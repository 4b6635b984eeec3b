package io.greenpark.config.tls;

import java.nio.file.Path;

/**
 * The files of a server's certificate.
 *
 * @param certificate the chain, the server's own certificate first
 * @param key its private key, not encrypted
 */
public record PemFiles(Path certificate, Path key) {}
