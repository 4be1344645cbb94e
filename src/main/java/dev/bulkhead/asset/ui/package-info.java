/** The pages of storage, networks and images. */
@NullMarked
package dev.bulkhead.asset.ui;

import org.jspecify.annotations.NullMarked;
