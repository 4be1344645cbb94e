package dev.bulkhead.architecture.broken.host;

import org.springframework.stereotype.Service;

/** Abstract, as are the others here, so that no server of a test makes a bean of it. */
@Service
abstract class OpenService {
    public void undeclared() {}
}
