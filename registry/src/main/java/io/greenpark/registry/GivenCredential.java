package io.greenpark.registry;

/**
 * The hash of a password that the registry itself gives for a device or gateway, in place of one made at first start.
 *
 * @param salt hexadecimal
 * @param sha256 SHA-256 of the salt's bytes followed by the UTF-8 bytes of the password, hexadecimal
 */
public record GivenCredential(String salt, String sha256) {}
