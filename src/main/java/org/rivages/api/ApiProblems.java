package org.rivages.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong under {@code /api/} becomes a problem, not a page. */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    /** Before the one that makes pages. */
    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception problem) {
        if (!request.getRequestURI().startsWith(ApiFilter.FOLDER)) {
            return null;
        }
        try {
            if (problem instanceof Refused refused) {
                problems.write(request, response, refused.problem(), refused.detail());
            } else {
                problems.write(request, response, of(problem, request));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static Problem of(Exception problem, HttpServletRequest request) {
        return switch (problem) {
            case NotFound _, TypeMismatchException _ -> Problem.NOT_FOUND;
            case InvalidParameterException _ -> Problem.BAD_REQUEST;
            case ErrorResponse known -> Problem.of(known.getStatusCode().value());
            default -> {
                log.error(
                        "{} {} failed",
                        request.getMethod(),
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                        problem);
                yield Problem.INTERNAL;
            }
        };
    }
}
