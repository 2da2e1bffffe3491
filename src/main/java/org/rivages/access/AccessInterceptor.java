package org.rivages.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each request against the {@link Allow} of its handler. */
public final class AccessInterceptor implements HandlerInterceptor {
    /**
     * Set on a request whose handler is open to everybody: its answer may be kept for other
     * visitors.
     */
    public static final String OPEN_TO_EVERYBODY = AccessInterceptor.class.getName() + ".open";

    private final Viewers viewers;

    public AccessInterceptor(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && ours(method)) {
            check(Objects.requireNonNull(allowOf(method), "no @Allow on " + method), request);
        }
        return true;
    }

    private void check(Allow allow, HttpServletRequest request) {
        switch (allow.value()) {
            case EVERYBODY -> request.setAttribute(OPEN_TO_EVERYBODY, true);
            case SIGNED_IN -> viewers.of(request).person();
            case STAFF -> {
                Viewer viewer = viewers.of(request);
                viewer.person();
                if (!(allow.roles().length == 0
                        ? viewer.isStaff()
                        : viewer.hasAny(allow.roles()))) {
                    throw new NotAllowed();
                }
            }
        }
    }

    /** The mark of a handler: its own, else that of its class; null when there is none. */
    public static @Nullable Allow allowOf(HandlerMethod method) {
        Allow own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allow.class);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
    }

    /**
     * Handlers of the framework itself (the error controller of Spring Boot) bear no mark of ours.
     */
    public static boolean ours(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.rivages");
    }
}
