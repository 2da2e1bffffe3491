package org.rivages.subscriptions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.access.OpenPost;
import org.rivages.follow.FollowedSearches;
import org.rivages.follow.FollowedSearches.Followed;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Following by mail without an account: asking, confirming, changing, stopping. A link is opened by
 * GET, which changes nothing (mail scanners open links too), and used by POST.
 */
@Controller
@Allow(Allow.Who.EVERYBODY)
class SubscriptionPages {
    static final String ASK = "/follow/by-mail";
    static final String CONFIRM = "/follow/confirm/";
    static final String MANAGE = "/follow/by-mail/";

    private static final String ONE_CLICK = "One-Click";

    private final Subscribing subscribing;
    private final FollowedSearches searches;
    private final Kept kept;

    SubscriptionPages(Subscribing subscribing, FollowedSearches searches, Kept kept) {
        this.subscribing = subscribing;
        this.searches = searches;
        this.kept = kept;
    }

    /** The form stands on kept pages, and does nothing without the mailbox that it names. */
    @Bean
    static OpenPost askingToFollow() {
        return new OpenPost("/{lang}" + ASK);
    }

    /** Mail programs send it without cookies (RFC 8058); the secret in the address proves it. */
    @Bean
    static OpenPost stoppingByOneClick() {
        return new OpenPost("/{lang}" + MANAGE + "{token}");
    }

    // ---- asking

    @GetMapping("/{lang}" + ASK)
    ModelAndView form(Page page, Form form) {
        Followed followed = followed(form);
        if (form.value("email").isEmpty()) {
            form.with("email", page.viewer().email());
        }
        if (form.value("rhythm").isEmpty()) {
            form.with("rhythm", Rhythm.DAILY.code());
        }
        return show(page, form, followed, HttpStatus.OK);
    }

    @PostMapping("/{lang}" + ASK)
    ModelAndView ask(Page page, Form form, HttpServletRequest request) {
        Followed followed = followed(form);
        String email = form.email("email");
        if (email.isEmpty()) {
            form.reject("email", "site.form.required");
        }
        Optional<Rhythm> rhythm = form.choice("rhythm", Rhythm::of);
        if (rhythm.isEmpty()) {
            form.reject("rhythm", "site.form.required");
        }
        if (!form.ok()) {
            return show(page, form, followed, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (subscribing.ask(
                email,
                followed,
                rhythm.orElseThrow(),
                page.language(),
                Zones.of(form.value("zone")).orElse(page.zone()),
                page.viewer(),
                request.getRemoteAddr())) {
            case SENT ->
                    page.view(
                            "org/rivages/subscriptions/sent",
                            "email",
                            email,
                            "days",
                            subscribing.days("wish"),
                            "back",
                            page.url(followed.path()));
            case TOO_MANY -> {
                form.reject("email", "subscriptions.too-many");
                yield show(page, form, followed, HttpStatus.TOO_MANY_REQUESTS);
            }
            case TOO_WIDE -> {
                form.reject("email", "subscriptions.too-wide", "most", Subscribing.MOST_RECORDS);
                yield show(page, form, followed, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case UNAVAILABLE -> {
                form.reject("email", "subscriptions.unavailable");
                yield show(page, form, followed, HttpStatus.SERVICE_UNAVAILABLE);
            }
        };
    }

    private Followed followed(Form form) {
        return searches.read(form.value("list"), form.value("query"))
                .orElseThrow(() -> new NotFound("followed search"));
    }

    private ModelAndView show(Page page, Form form, Followed followed, HttpStatus status) {
        ModelAndView view =
                page.view(
                        "org/rivages/subscriptions/ask",
                        "form",
                        form,
                        "followed",
                        followed,
                        "rhythms",
                        Rhythm.choices(page.words()),
                        "title",
                        searches.title(followed, page.words()));
        view.setStatus(status);
        return view;
    }

    // ---- confirming

    @GetMapping("/{lang}" + CONFIRM + "{token}")
    ModelAndView open(Page page, @PathVariable String token) {
        Optional<Wish> wish = subscribing.wish(token);
        ModelAndView view =
                page.view(
                        "org/rivages/subscriptions/confirm",
                        "token",
                        token,
                        "address",
                        wish.map(Wish::address).orElse(null),
                        "rhythm",
                        wish.map(each -> "subscriptions.rhythm." + each.rhythm().code())
                                .orElse(null),
                        "title",
                        wish.map(each -> searches.title(each.followed(), page.words()))
                                .orElse(null));
        view.setStatus(wish.isPresent() ? HttpStatus.OK : HttpStatus.GONE);
        return view;
    }

    @PostMapping("/{lang}" + CONFIRM + "{token}")
    ModelAndView confirm(Page page, @PathVariable String token) {
        return switch (subscribing.confirm(token)) {
            case Subscribing.Confirmed(String link) ->
                    page.redirect(MANAGE + link, "subscriptions.confirmed.notice");
            case Subscribing.ConfirmedBefore() ->
                    page.view("org/rivages/subscriptions/confirmedBefore");
            case Subscribing.Unknown() -> open(page, token);
        };
    }

    // ---- changing and stopping

    @GetMapping("/{lang}" + MANAGE + "{token}")
    ModelAndView manage(Page page, @PathVariable String token) {
        return subscribing
                .byLink(token)
                .map(found -> kept.page(page, found, MANAGE + token, Form.empty(), HttpStatus.OK))
                .orElseGet(() -> ended(page, HttpStatus.GONE));
    }

    /** The button of the page and the mail program send the same pair. */
    @PostMapping("/{lang}" + MANAGE + "{token}")
    ModelAndView stop(Page page, Form form, @PathVariable String token) {
        if (!form.value("List-Unsubscribe").equals(ONE_CLICK)) {
            return manage(page, token);
        }
        subscribing.byLink(token).ifPresent(found -> subscribing.stop(found, found.person()));
        return ended(page, HttpStatus.OK);
    }

    @PostMapping("/{lang}" + MANAGE + "{token}/rhythm")
    ModelAndView change(Page page, Form form, @PathVariable String token) {
        Subscription found =
                subscribing.byLink(token).orElseThrow(() -> new NotFound("subscription"));
        return kept.change(page, form, found, MANAGE + token, found.person());
    }

    @GetMapping("/{lang}" + MANAGE + "{token}/data.json")
    ResponseEntity<byte[]> data(Page page, @PathVariable String token) {
        Subscription found =
                subscribing.byLink(token).orElseThrow(() -> new NotFound("subscription"));
        return kept.data(java.util.List.of(found), page);
    }

    private static ModelAndView ended(Page page, HttpStatus status) {
        ModelAndView view = page.view("org/rivages/subscriptions/ended");
        view.setStatus(status);
        return view;
    }
}
