/** Tests of the Docker adapter, on real engines. */
@NullMarked
package dev.bulkhead.docker;

import org.jspecify.annotations.NullMarked;
