package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.signin.ConfirmationService;
import dev.bulkhead.access.signin.SignInDelayedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class ConfirmationController {

    private final ConfirmationService confirmations;

    ConfirmationController(ConfirmationService confirmations) {
        this.confirmations = confirmations;
    }

    /** What shows that it is them. */
    @Schema(name = "Confirmation")
    record Proof(
            @Schema(description = "The password, or a code", accessMode = Schema.AccessMode.WRITE_ONLY)
            String secret) {

        Proof(@Nullable String secret) {
            this.secret = Text.orEmpty(secret);
        }

        @Override
        public String toString() {
            return "Proof";
        }
    }

    @PostMapping("/me/confirmation")
    @Requires(Permission.ENTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Confirm that it is you",
            description = "For ten minutes the session may do what asks for it. Its cookie changes.")
    void confirm(@RequestBody Proof proof, HttpServletRequest request) {
        try {
            if (!confirmations.confirm(proof.secret())) {
                throw new Problem(ProblemType.INVALID_REQUEST, "That is neither your password nor a code of yours");
            }
        } catch (SignInDelayedException delayed) {
            throw new Problem(
                    ProblemType.SIGN_IN_DELAYED, "Too many wrong ones. Try again in " + delayed.seconds() + " s");
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
    }
}
