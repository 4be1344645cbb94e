package dev.bulkhead.docker;

import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * How far a process in a container has come.
 *
 * @param exitCode of meaning once it has ended
 * @param hasBegun whether there ever was a process; Podman does not tell after its end
 */
record ExecStatus(boolean isRunning, boolean isEnded, int exitCode, boolean hasBegun) {

    private static final Duration STEP = Duration.ofMillis(20);

    static ExecStatus read(DockerApi api, String execId) {
        return of(api.read("/exec/" + execId + "/json"));
    }

    /**
     * Docker says "running" before there is a process and has no exit code until the end; Podman says "not running" and 0 before the
     * beginning, and "can be removed" after the end only.
     */
    static ExecStatus of(JsonNode json) {
        boolean alive = json.path("Running").asBoolean(false);
        boolean hasProcess = json.path("Pid").asLong(0) > 0;
        int exitCode = json.path("ExitCode").asInt(0);
        boolean knowsEnd = json.path("ExitCode").isIntegralNumber() && (hasProcess || exitCode != 0);
        boolean ended = !alive && (knowsEnd || json.path("CanRemove").asBoolean(false));
        return new ExecStatus(alive && hasProcess, ended, exitCode, hasProcess);
    }

    /** By the convention of shells, which the engines follow: not executable, not found, or refused by the engine itself. */
    boolean hasFailedToBegin() {
        return isEnded && !hasBegun && exitCode >= 125 && exitCode <= 127;
    }

    boolean isSettled() {
        return isRunning || isEnded;
    }

    /** Asks again and again; returns the first that is as wanted, or the last one when the time is over. */
    static ExecStatus await(DockerApi api, String execId, Predicate<ExecStatus> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ExecStatus status = read(api, execId);
        while (!wanted.test(status) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
                throw api.errors().of(ErrorKind.TIMEOUT, "The call was given up");
            }
            status = read(api, execId);
        }
        return status;
    }
}
