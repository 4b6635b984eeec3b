package io.greenpark.dashboards.source;

import io.greenpark.registry.credential.CredentialRenewal;
import java.nio.file.Path;

/**
 * What devices are set up with.
 *
 * @param renewal makes new secrets
 * @param authority the file with the certificate by which devices know the server, there or not
 */
public record DeviceHandOut(CredentialRenewal renewal, Path authority) {}
