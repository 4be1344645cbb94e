/**
 * The adapter for the Docker Engine and for Podman's service of the same API. Imports {@code engine} and {@code common}.
 *
 * <p>It uses docker-java's transport and reads the answers as JSON trees rather than into docker-java's classes: a value that a newer
 * engine invents then costs one container a field, where a class would refuse the whole list. Containers are read one at a time, so
 * that absurd labels are cut before the next ones come.
 *
 * <p>Consoles have sockets of their own ({@code EngineStream}): docker-java takes a terminal's output for frames when it begins with
 * certain bytes, holds buffers back, and keeps threads waiting after the end.
 */
@NullMarked
package dev.bulkhead.docker;

import org.jspecify.annotations.NullMarked;
