/**
 * What instances use and used: sampling, history, charts (their pictures are in {@code metrics.ui}). Imports {@code host},
 * {@code engine}, {@code access}, {@code operation} and {@code common}.
 */
@NullMarked
package dev.bulkhead.metrics;

import org.jspecify.annotations.NullMarked;
