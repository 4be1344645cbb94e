package dev.bulkhead.capacity;

import dev.bulkhead.host.StoragePlace;

/**
 * Where what is used of a place of storage is going.
 *
 * @param place as it is now
 * @param trend full when there is no more
 */
public record PlaceTrend(StoragePlace place, Trend trend) {}
