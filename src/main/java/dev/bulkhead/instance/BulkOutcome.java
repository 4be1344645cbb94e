package dev.bulkhead.instance;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.operation.Operation;
import java.util.List;
import java.util.Map;

/**
 * What became of a request for many instances.
 *
 * @param accepted an operation for each that was taken
 * @param refused why the others were not, in words
 */
public record BulkOutcome(List<Operation> accepted, Map<InstanceId, String> refused) {}
