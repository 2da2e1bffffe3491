package org.rivages.reviews;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.Applications;
import org.rivages.applications.ReviewView;
import org.rivages.calls.CallState;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A juror's own desk: the list, one application beside the grid, who they are. */
@Controller
@Allow(roles = Role.REVIEWER)
class JurorPages {
    private static final int COMMENT = 2000;
    private static final int OVERALL = 4000;

    private final Reviewing reviewing;
    private final Reviews reviews;
    private final ReviewStore store;
    private final Panels panels;
    private final Conflicts conflicts;
    private final Applications applications;
    private final Calls calls;
    private final MyPanels myPanels;
    private final ProfileForm profiles;

    JurorPages(
            Reviewing reviewing,
            Reviews reviews,
            ReviewStore store,
            Panels panels,
            Conflicts conflicts,
            Applications applications,
            Calls calls,
            MyPanels myPanels,
            ProfileForm profiles) {
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.store = store;
        this.panels = panels;
        this.conflicts = conflicts;
        this.applications = applications;
        this.calls = calls;
        this.myPanels = myPanels;
        this.profiles = profiles;
    }

    @GetMapping("/{lang}/desk/reviews")
    ModelAndView list(Page page) {
        UUID juror = page.viewer().person();
        return page.view(
                "org/rivages/reviews/mine",
                "panels",
                myPanels.of(juror, page.words()),
                "profile",
                panels.profile(juror));
    }

    @GetMapping("/{lang}/desk/reviews/{id}")
    ModelAndView review(Page page, @PathVariable UUID id) {
        Review review = reviewing.own(id, page.viewer().person());
        return view(page, review, filled(review));
    }

    private static Form filled(Review review) {
        Form form =
                Form.empty().with("version", review.version()).with("overall", review.overall());
        review.scores().forEach((key, score) -> form.with("score." + key, score));
        review.comments().forEach((key, comment) -> form.with("comment." + key, comment));
        return form;
    }

    private ModelAndView view(Page page, Review review, Form form) {
        Panel panel = reviews.panel(review.call()).orElseThrow();
        CallView call = calls.call(review.call()).orElseThrow();
        ReviewView application =
                applications.forReview(review.application(), panel.blind(), page.words());
        boolean locked = locked(page, call);
        return page.view(
                "org/rivages/reviews/review",
                "form",
                form,
                "review",
                review,
                "panel",
                panel,
                "call",
                call,
                "application",
                application,
                "locked",
                locked,
                "others",
                others(panel, review),
                "next",
                myPanels.next(page.viewer().person(), review));
    }

    private static boolean locked(Page page, CallView call) {
        CallState state = call.state(page.now());
        return state == CallState.DECIDED || state == CallState.ARCHIVED;
    }

    /**
     * What others finished about the same application: only after one's own is, and if the panel
     * allows it.
     */
    private List<Review> others(Panel panel, Review own) {
        if (!panel.othersAfterOwn() || !own.finished()) {
            return List.of();
        }
        return store.ofApplication(own.application()).stream()
                .filter(review -> review.finished() && !review.id().equals(own.id()))
                .toList();
    }

    /** Saves, finishes, or saves and goes to the next, by the button. */
    @PostMapping("/{lang}/desk/reviews/{id}")
    ModelAndView save(Page page, Form form, @PathVariable UUID id) {
        UUID juror = page.viewer().person();
        Review review = reviewing.own(id, juror);
        boolean finish = form.value("do").equals("finish");
        Reviewing.Written written = written(form, review, finish);
        if (!form.ok()) {
            return refused(page, review, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (finish) {
                reviewing.finish(id, juror, written);
            } else {
                reviewing.save(id, juror, written);
            }
        } catch (Conflict conflict) {
            form.reject("version", conflict.messageKey());
            return refused(page, reviewing.own(id, juror), form, HttpStatus.CONFLICT);
        }
        Optional<UUID> next = finish ? myPanels.next(juror, review) : Optional.empty();
        String notice = finish ? "reviews.finished.notice" : "reviews.saved.notice";
        return next.isPresent() && form.ticked("onward")
                ? page.redirect("/desk/reviews/" + next.get(), notice)
                : page.redirect("/desk/reviews/" + id, notice);
    }

    private ModelAndView refused(Page page, Review review, Form form, HttpStatus status) {
        ModelAndView view = view(page, review, form);
        view.setStatus(status);
        return view;
    }

    private Reviewing.Written written(Form form, Review review, boolean finish) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        Map<String, String> comments = new LinkedHashMap<>();
        for (ScoreGrid.Criterion criterion :
                reviews.panel(review.call()).orElseThrow().grid().criteria()) {
            form.integer("score." + criterion.key(), 0, ScoreGrid.TOP)
                    .ifPresentOrElse(
                            score -> scores.put(criterion.key(), score),
                            () -> {
                                if (finish) {
                                    form.reject(
                                            "score." + criterion.key(), "reviews.score-missing");
                                }
                            });
            String comment = form.text("comment." + criterion.key(), COMMENT);
            if (!comment.isEmpty()) {
                comments.put(criterion.key(), comment);
            }
        }
        String overall = form.text("overall", OVERALL);
        int version = form.integer("version", 0, Integer.MAX_VALUE).orElse(-1);
        return new Reviewing.Written(version, scores, comments, overall);
    }

    @PostMapping("/{lang}/desk/reviews/{id}/reopen")
    ModelAndView reopen(Page page, Form form, @PathVariable UUID id) {
        int version = form.integer("version", 0, Integer.MAX_VALUE).orElse(-1);
        reviewing.reopen(id, page.viewer().person(), version);
        return page.redirect("/desk/reviews/" + id, "reviews.reopened.notice");
    }

    /** The juror must not read this one: it leaves their list at once and goes to somebody else. */
    @PostMapping("/{lang}/desk/reviews/{id}/conflict")
    ModelAndView conflict(Page page, Form form, @PathVariable UUID id) {
        UUID juror = page.viewer().person();
        Review review = reviewing.own(id, juror);
        if (locked(page, calls.call(review.call()).orElseThrow())) {
            throw new Conflict("reviews.conflict.decided");
        }
        String reason = form.text("reason", 500);
        if (!form.ok()) {
            return refused(page, review, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        conflicts.declare(review.call(), juror, review.application(), reason, juror);
        panels.deal(review.call(), juror);
        return page.redirect("/desk/reviews", "reviews.conflict-declared.notice");
    }

    @GetMapping("/{lang}/desk/reviews/{id}/documents/{file}")
    ResponseEntity<byte[]> document(Page page, @PathVariable UUID id, @PathVariable UUID file) {
        Review review = reviewing.own(id, page.viewer().person());
        Panel panel = reviews.panel(review.call()).orElseThrow(() -> new NotFound("panel"));
        return applications.document(review.application(), file, panel.blind());
    }

    @GetMapping("/{lang}/desk/reviews/me")
    ModelAndView profile(Page page) {
        JurorProfile profile = panels.profile(page.viewer().person());
        return profiles.view(
                page,
                ProfileForm.filled(profile),
                page.viewer().name(),
                "/desk/reviews/me",
                "/desk/reviews");
    }

    @PostMapping("/{lang}/desk/reviews/me")
    ModelAndView saveProfile(Page page, Form form) {
        UUID juror = page.viewer().person();
        Optional<JurorProfile> profile = profiles.read(form, juror);
        if (profile.isEmpty()) {
            ModelAndView view =
                    profiles.view(
                            page, form, page.viewer().name(), "/desk/reviews/me", "/desk/reviews");
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        panels.save(profile.get(), juror);
        return page.redirect("/desk/reviews", "reviews.profile-saved.notice");
    }
}
