/**
 * What should not go unnoticed: rules about readings and states, the alerts that come of them, and who is told ({@code alert.send}). What
 * there is to look at it is told by {@link dev.bulkhead.alert.AlertedInstances}, {@link dev.bulkhead.alert.AlertedLeases} and
 * {@link dev.bulkhead.alert.AlertedForecasts}. Imports
 * {@code host}, {@code metrics}, {@code engine}, {@code access}, {@code operation} and {@code common}.
 */
@NullMarked
package dev.bulkhead.alert;

import org.jspecify.annotations.NullMarked;
