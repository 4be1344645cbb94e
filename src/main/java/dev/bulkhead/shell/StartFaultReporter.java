package dev.bulkhead.shell;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.StatusManager;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on standard error, in one line, why the start stopped. Spring Boot's own report, a page long, is switched off. */
class StartFaultReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("bulkhead: " + line(analysis));
        muteLogging();
    }

    /** Spring Boot has ended logging by now: whoever logs while the rest is taken down would only be told that, on standard error. */
    private static void muteLogging() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            StatusManager complaints = logback.getStatusManager();
            complaints.getCopyOfStatusListenerList().forEach(complaints::remove);
        }
    }

    static String line(FailureAnalysis analysis) {
        String action = analysis.getAction();
        String text = action == null || action.isBlank()
                ? analysis.getDescription()
                : analysis.getDescription() + "; " + action;
        return text.strip().replaceAll("\\s+", " ");
    }
}
