/**
 * The adapter for the Docker Engine and for Podman's service of the same API. Imports {@code engine} and {@code common}.
 *
 * <p>It uses docker-java's transport and reads the answers as JSON trees rather than into docker-java's classes: a value that a newer
 * engine invents then costs one container a field, where a class would refuse the whole list. Containers are read one at a time, so
 * that absurd labels are cut before the next ones come.
 */
@NullMarked
package dev.bulkhead.docker;

import org.jspecify.annotations.NullMarked;
