/** The page of alerts, and the bell in the bar above every page. */
@NullMarked
package dev.bulkhead.alert.ui;

import org.jspecify.annotations.NullMarked;
