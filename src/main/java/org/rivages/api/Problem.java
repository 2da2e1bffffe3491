package org.rivages.api;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What can go wrong, each with an address of its own that never changes (RFC 9457). */
public enum Problem {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    GONE(HttpStatus.GONE),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    static final String FOLDER = "/api/v1/problems/";

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String type() {
        return FOLDER + code();
    }

    public String titleKey() {
        return "api.problem." + code() + ".title";
    }

    public String textKey() {
        return "api.problem." + code() + ".text";
    }

    static Optional<Problem> of(String code) {
        for (Problem problem : values()) {
            if (problem.code().equals(code)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** For an answer that the server or the framework wanted to give with this status. */
    static Problem of(int status) {
        for (Problem problem : values()) {
            if (problem.status.value() == status) {
                return problem;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}
