package org.rivages.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing in by a link in a mail, or by a password where one was set. A link is opened by GET,
 * which changes nothing (mail scanners open links too), and used by POST.
 */
@Controller
@Allow(Allow.Who.EVERYBODY)
class SignInPages {
    private final SignIn signIn;
    private final Sessions sessions;
    private final ParkedForms parked;

    SignInPages(SignIn signIn, Sessions sessions, ParkedForms parked) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.parked = parked;
    }

    @GetMapping("/{lang}/sign-in")
    ModelAndView ask(Page page, Form form) {
        if (page.viewer().signedIn()) {
            return page.redirect(SignIn.ownPath(form.value("continue")).orElse("/me"));
        }
        return show(page, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/sign-in/link")
    ModelAndView link(Page page, Form form, HttpServletRequest request) {
        String email = form.email("email");
        if (email.isEmpty()) {
            form.reject("email", "site.form.required");
        }
        if (!form.ok()) {
            return show(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String continueAt = SignIn.ownPath(form.value("continue")).orElse("/me");
        return switch (signIn.sendLink(
                email, page.language(), continueAt, request.getRemoteAddr())) {
            case SENT -> page.view("org/rivages/accounts/link-sent", "email", email);
            case TOO_MANY -> {
                form.reject("email", "accounts.sign-in.too-many");
                yield show(page, form, HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @PostMapping("/{lang}/sign-in/password")
    ModelAndView password(
            Page page, Form form, HttpServletRequest request, HttpServletResponse response) {
        String email = form.email("email");
        String continueAt = SignIn.ownPath(form.value("continue")).orElse("/me");
        return switch (signIn.byPassword(email, form.value("password"), request.getRemoteAddr())) {
            case SignIn.Known(Person person) -> {
                sessions.begin(person.id(), request, response);
                yield page.redirect(continueAt);
            }
            case SignIn.Unknown() -> {
                form.reject("password", "accounts.sign-in.wrong");
                yield show(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case SignIn.TooMany() -> {
                form.reject("password", "accounts.sign-in.too-many");
                yield show(page, form, HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @GetMapping("/{lang}/sign-in/{token}")
    ModelAndView open(Page page, @PathVariable String token) {
        boolean valid = signIn.valid(token);
        ModelAndView view =
                page.view("org/rivages/accounts/link-open", "token", token, "valid", valid);
        view.setStatus(valid ? HttpStatus.OK : HttpStatus.GONE);
        return view;
    }

    @PostMapping("/{lang}/sign-in/{token}")
    ModelAndView use(
            Page page,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<SignIn.Proven> proven = signIn.byLink(token);
        if (proven.isEmpty()) {
            return open(page, token);
        }
        sessions.begin(proven.get().person().id(), request, response);
        return page.redirect(proven.get().continueAt());
    }

    /**
     * After signing in again: what was typed when the session had ended, ready to be sent once
     * more.
     */
    @GetMapping("/{lang}/sign-in/parked")
    @Allow(Allow.Who.SIGNED_IN)
    ModelAndView parked(Page page, HttpServletRequest request) {
        ParkedForms.Parked form =
                parked.find(request, page.viewer().person())
                        .orElseThrow(() -> new NotFound("parked form"));
        return page.view(
                "org/rivages/accounts/parked", "path", form.path(), "fields", form.fields());
    }

    @PostMapping("/{lang}/sign-out")
    @Allow(Allow.Who.SIGNED_IN)
    ModelAndView signOut(Page page, HttpServletRequest request) {
        parked.forget(request);
        sessions.end(request);
        return page.redirect("/", "accounts.signed-out.notice");
    }

    private static ModelAndView show(Page page, Form form, HttpStatus status) {
        ModelAndView view = page.view("org/rivages/accounts/sign-in", "form", form);
        view.setStatus(status);
        return view;
    }
}
