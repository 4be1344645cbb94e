package dev.bulkhead.console;

/**
 * What a machine's screen showed a moment ago.
 *
 * @param version another one exactly when the picture is another; safe in an address
 * @param png the file
 */
@SuppressWarnings("ArrayRecordComponent") // Two of them are told apart by their versions.
public record Thumbnail(String version, byte[] png) {}
