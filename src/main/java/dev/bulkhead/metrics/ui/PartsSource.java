package dev.bulkhead.metrics.ui;

import dev.bulkhead.common.Registration;
import dev.bulkhead.metrics.PartUsage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the parts of an instance use while somebody looks.
 *
 * @param watch has them read, and calls what it is given after each reading; any thread
 */
record PartsSource(Supplier<Optional<List<PartUsage>>> latest, Function<Runnable, Registration> watch) {}
