package io.greenpark.paper.pack;

/**
 * What a pack is known by.
 *
 * @param sha256 of its list of files, in lower-case hexadecimal: whoever has it can tell whether a pack is the one
 * @param files how many there are, without the list
 * @param bytes of all of them, unpacked
 */
public record PackSeal(String sha256, int files, long bytes) {}
