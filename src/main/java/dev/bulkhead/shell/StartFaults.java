package dev.bulkhead.shell;

import org.springframework.core.env.StandardEnvironment;

/** What a failed start means to the one who started it. */
public final class StartFaults {

    private static final int FAULT_OF_OURS = 1;
    private static final int CONFIGURATION = 2;

    private StartFaults() {}

    /** 2 when a setting is at fault, which was said on standard error; 1 otherwise. */
    public static int exitCode(Throwable failure) {
        return StartFaultAnalyzer.find(failure, new StandardEnvironment()) == null ? FAULT_OF_OURS : CONFIGURATION;
    }
}
