package io.greenpark.config.tls;

import java.nio.file.Path;

/**
 * Where a server's certificate lies.
 *
 * @param certificate the chain, the server's own certificate first
 * @param key its private key, not encrypted
 */
public record PemFiles(Path certificate, Path key) {}
