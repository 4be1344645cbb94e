package dev.bulkhead.api;

import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.HiddenException;
import dev.bulkhead.engine.EngineException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception that leaves a controller into a problem document. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(Problem problem) {
        return problem.document();
    }

    @ExceptionHandler
    ProblemDetail failed(EngineException failure) {
        return Problem.document(ProblemType.of(failure.kind()), String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail hidden(HiddenException hidden) {
        return Problem.document(ProblemType.NOT_FOUND, String.valueOf(hidden.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(AccessRefusedException refusal) {
        ProblemType type = switch (refusal.reason()) {
            case INVALID -> ProblemType.INVALID_REQUEST;
            case CONFLICT, FULL -> ProblemType.CONFLICT;
            case DENIED -> ProblemType.FORBIDDEN;
            case NOT_FOUND -> ProblemType.NOT_FOUND;
        };
        return Problem.document(type, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unconfirmed(ConfirmationRequiredException unconfirmed) {
        return Problem.document(
                ProblemType.RE_AUTHENTICATION_REQUIRED, ProblemType.RE_AUTHENTICATION_REQUIRED.explanation());
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return Problem.document(ProblemType.FORBIDDEN, "You do not have the right to do that");
    }

    @ExceptionHandler
    ProblemDetail stranger(AuthenticationException stranger) {
        return Problem.document(ProblemType.UNAUTHENTICATED, ProblemType.UNAUTHENTICATED.explanation());
    }

    /** What nobody expected: the log has it under an id, the caller the id. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception failure) {
        String id =
                String.format(Locale.ROOT, "E%08X", ThreadLocalRandom.current().nextInt());
        LOG.error("Unexpected failure {}", id, failure);
        return Problem.document(ProblemType.INTERNAL, "The log has the reason under " + id);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch.getPropertyName() == null ? "A value" : mismatch.getPropertyName();
        String detail = name + " cannot be " + shown(mismatch.getValue()) + allowed(mismatch);
        return handleExceptionInternal(
                mismatch, Problem.document(ProblemType.INVALID_REQUEST, detail), headers, status, request);
    }

    /** Of several values of a filter that are wrong, the first is told. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError fault = invalid.getFieldError();
        if (fault == null || !fault.isBindingFailure()) {
            return super.handleMethodArgumentNotValid(invalid, headers, status, request);
        }
        String detail = fault.getField() + " cannot be " + shown(fault.getRejectedValue());
        return handleExceptionInternal(
                invalid, Problem.document(ProblemType.INVALID_REQUEST, detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemType type = ProblemType.of(status.value());
        String detail =
                body instanceof ProblemDetail told && told.getDetail() != null ? told.getDetail() : type.explanation();
        return super.handleExceptionInternal(failure, Problem.document(type, detail), headers, status, request);
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof Object[] several ? Arrays.toString(several) : String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static String allowed(TypeMismatchException mismatch) {
        Class<?> wanted = mismatch.getRequiredType();
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            // Of a set the innermost conversion is that of the element.
            if (cause instanceof ConversionFailedException failed) {
                wanted = failed.getTargetType().getType();
            }
        }
        return wanted != null && wanted.isEnum() ? "; it is one of " + Arrays.toString(wanted.getEnumConstants()) : "";
    }
}
