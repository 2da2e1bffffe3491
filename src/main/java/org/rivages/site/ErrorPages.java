package org.rivages.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.rivages.access.Allow;
import org.rivages.access.NotAllowed;
import org.rivages.access.NotSignedIn;
import org.rivages.shared.Conflict;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What goes wrong becomes a page in the reader's language, here and nowhere else. No page says what
 * is behind a door, and none shows a stack.
 */
@Controller
@ControllerAdvice
@Allow(Allow.Who.EVERYBODY)
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final PageResolver pages;
    private final SignInFirst signInFirst;

    ErrorPages(PageResolver pages, SignInFirst signInFirst) {
        this.pages = pages;
        this.signInFirst = signInFirst;
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND);
    }

    /** An id in the address that is no id: there is nothing there. */
    @ExceptionHandler(TypeMismatchException.class)
    ModelAndView noSuchAddress(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(NotAllowed.class)
    ModelAndView notAllowed(HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler(NotSignedIn.class)
    ModelAndView notSignedIn(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView(
                new SeeOther(signInFirst.location(request, response, language(request))));
    }

    @ExceptionHandler(Conflict.class)
    ModelAndView conflict(Conflict conflict, HttpServletRequest request) {
        ModelAndView view = page(request, HttpStatus.CONFLICT);
        Page page = (Page) view.getModel().get("page");
        if (page != null && page.words().has(conflict.messageKey())) {
            view.addObject("text", page.t(conflict.messageKey()));
        }
        return view;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return page(request, HttpStatus.CONTENT_TOO_LARGE);
    }

    /** Broken UTF-8 in a parameter, or a form with files that ends too early. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    ModelAndView unreadable(HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(Exception problem, HttpServletRequest request) {
        if (problem instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return page(request, status == null ? HttpStatus.BAD_REQUEST : status);
        }
        // not the address itself: it may hold the secret of a link
        log.error(
                "{} {} failed",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                problem);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** What the server refused before any handler saw it. */
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        SafeHeaders.write(response);
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (code == null) {
            // asked for by name: nothing has failed
            return page(request, HttpStatus.NOT_FOUND);
        }
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return page(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status) {
        Page page = pages.page(request, language(request));
        String key =
                switch (status) {
                    case NOT_FOUND, METHOD_NOT_ALLOWED -> "site.error.not-found";
                    case FORBIDDEN, UNAUTHORIZED -> "site.error.not-allowed";
                    case CONFLICT -> "site.error.conflict";
                    case GONE -> "site.error.gone";
                    case CONTENT_TOO_LARGE -> "site.error.too-large";
                    case TOO_MANY_REQUESTS -> "site.error.too-many";
                    default ->
                            status.is4xxClientError()
                                    ? "site.error.bad-request"
                                    : "site.error.server";
                };
        ModelAndView view =
                page.view(
                        "org/rivages/site/error",
                        "status",
                        status.value(),
                        "title",
                        page.t(key + ".title"),
                        "text",
                        page.t(key + ".text"));
        view.setStatus(status);
        return view;
    }

    private static Language language(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return PageResolver.languageIn(asked == null ? request.getRequestURI() : asked.toString())
                .orElseGet(() -> Languages.preferred(request));
    }
}
