package org.rivages.reviews;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.applications.ApplicationWithdrawn;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.calls.CallState;
import org.rivages.calls.Calls;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a juror does with a review that is theirs. Somebody else's review is not found. */
@Component
public class Reviewing {
    private final ReviewStore reviews;
    private final PanelStore panels;
    private final Calls calls;
    private final AuditTrail audit;
    private final Now now;

    Reviewing(ReviewStore reviews, PanelStore panels, Calls calls, AuditTrail audit, Now now) {
        this.reviews = reviews;
        this.panels = panels;
        this.calls = calls;
        this.audit = audit;
        this.now = now;
    }

    /**
     * What a juror wrote.
     *
     * @param version of the review when it was loaded
     */
    public record Written(
            int version,
            Map<String, Integer> scores,
            Map<String, String> comments,
            String overall) {}

    public List<Review> of(UUID juror) {
        return reviews.ofJuror(juror);
    }

    public Review own(UUID id, UUID juror) {
        return reviews.byId(id)
                .filter(review -> review.juror().equals(juror))
                .orElseThrow(() -> new NotFound("review " + id));
    }

    /** Keeps a draft; any score may still be missing. */
    @Transactional
    public void save(UUID id, UUID juror, Written written) {
        Review review = open(id, juror);
        store(review, written, ReviewState.DRAFT);
        audit.record(juror, "reviews.draft-saved", id, Map.of("version", written.version() + 1));
    }

    /** Finishes it; every criterion must have a score. */
    @Transactional
    public void finish(UUID id, UUID juror, Written written) {
        Review review = open(id, juror);
        store(review, written, ReviewState.FINISHED);
        audit.record(juror, "reviews.finished", id, Map.of("version", written.version() + 1));
    }

    /** Takes a finished review up again, until the decision is released. */
    @Transactional
    public void reopen(UUID id, UUID juror, int version) {
        Review review = own(id, juror);
        stillRead(review.call());
        if (!review.finished()) {
            return;
        }
        save(
                new Review(
                        review.id(),
                        review.call(),
                        review.application(),
                        juror,
                        ReviewState.DRAFT,
                        review.scores(),
                        review.comments(),
                        review.overall(),
                        null,
                        version,
                        review.changedAt(),
                        null));
        audit.record(juror, "reviews.reopened", id, Map.of());
    }

    private Review open(UUID id, UUID juror) {
        Review review = own(id, juror);
        stillRead(review.call());
        if (review.finished()) {
            throw new Conflict("reviews.conflict.finished");
        }
        return review;
    }

    private void stillRead(CallId call) {
        CallState state =
                calls.call(call).orElseThrow(() -> new NotFound("call")).state(now.instant());
        if (state == CallState.DECIDED || state == CallState.ARCHIVED) {
            throw new Conflict("reviews.conflict.decided");
        }
    }

    private void store(Review review, Written written, ReviewState state) {
        ScoreGrid grid = panels.panel(review.call()).orElseThrow().grid();
        boolean finished = state == ReviewState.FINISHED;
        if (finished && !grid.complete(written.scores())) {
            throw new IllegalArgumentException("a score is missing");
        }
        save(
                new Review(
                        review.id(),
                        review.call(),
                        review.application(),
                        review.juror(),
                        state,
                        written.scores(),
                        written.comments(),
                        written.overall(),
                        finished ? grid.total(written.scores()) : null,
                        written.version(),
                        review.changedAt(),
                        null));
    }

    private void save(Review review) {
        if (!reviews.save(review, now.instant())) {
            throw new Conflict("reviews.conflict.other-tab");
        }
    }

    /** Nobody needs to read what was taken back. */
    @ApplicationModuleListener
    void on(ApplicationWithdrawn event) {
        reviews.removeUnfinished(event.application());
    }
}
