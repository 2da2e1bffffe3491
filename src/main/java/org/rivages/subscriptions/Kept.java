package org.rivages.subscriptions;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.FollowedSearches;
import org.rivages.shared.Json;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One subscription as its reader sees it, by a link from a letter or in their own space. */
@Component
class Kept {
    private final Subscribing subscribing;
    private final FollowedSearches searches;
    private final DigestStore digests;

    Kept(Subscribing subscribing, FollowedSearches searches, DigestStore digests) {
        this.subscribing = subscribing;
        this.searches = searches;
        this.digests = digests;
    }

    /**
     * @param path where its forms lead, without the language
     */
    ModelAndView page(
            Page page, Subscription subscription, String path, Form form, HttpStatus status) {
        if (form.value("rhythm").isEmpty()) {
            form.with("rhythm", subscription.rhythm().code());
        }
        if (form.value("zone").isEmpty()) {
            form.with("zone", subscription.zone().getId());
        }
        ModelAndView view =
                page.view(
                        "org/rivages/subscriptions/manage",
                        "form",
                        form,
                        "address",
                        subscription.address(),
                        "search",
                        page.url(subscription.followed().path()),
                        "next",
                        page.words().moment(subscription.dueAt(), subscription.zone()),
                        "zone",
                        page.words().zone(subscription.zone()),
                        "own",
                        subscription.person() != null,
                        "rhythms",
                        Rhythm.choices(page.words()),
                        "title",
                        searches.title(subscription.followed(), page.words()),
                        "path",
                        path,
                        "zones",
                        Zones.choices(subscription.zone()));
        view.setStatus(status);
        return view;
    }

    ModelAndView change(
            Page page, Form form, Subscription subscription, String path, @Nullable UUID by) {
        Optional<Rhythm> rhythm = form.choice("rhythm", Rhythm::of);
        if (rhythm.isEmpty()) {
            form.reject("rhythm", "site.form.required");
        }
        Optional<ZoneId> zone =
                form.value("zone").equals(subscription.zone().getId())
                        ? Optional.of(subscription.zone())
                        : form.choice("zone", Zones::of);
        if (zone.isEmpty()) {
            form.reject("zone", "site.form.required");
        }
        if (!form.ok()) {
            return page(page, subscription, path, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        subscribing.change(subscription, rhythm.orElseThrow(), zone.orElseThrow(), by);
        return page.redirect(path, "subscriptions.changed.notice");
    }

    /** All that is kept about these, for their reader to take away. */
    ResponseEntity<byte[]> data(List<Subscription> subscriptions, Page page) {
        List<Map<String, Object>> all =
                subscriptions.stream().map(each -> fields(each, page)).toList();
        return ResponseEntity.ok()
                .header("Content-Type", "application/json")
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"followed.json\"")
                .body(Json.mapper().writeValueAsBytes(Map.of("subscriptions", all)));
    }

    private Map<String, Object> fields(Subscription subscription, Page page) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", subscription.address());
        fields.put("withAccount", subscription.person() != null);
        fields.put("search", page.url(subscription.followed().path()));
        fields.put("title", searches.title(subscription.followed(), page.words()));
        fields.put("rhythm", subscription.rhythm().code());
        fields.put("language", subscription.language().code());
        fields.put("zone", subscription.zone().getId());
        fields.put("confirmedAt", subscription.confirmedAt().toString());
        fields.put("nextDigestAt", subscription.dueAt().toString());
        fields.put("recordsKnown", subscription.seen() == null ? 0 : subscription.seen().size());
        fields.put(
                "digests",
                digests.made(subscription.id()).stream()
                        .map(made ->
                                Map.of(
                                        "period", made.period().toString(),
                                        "records", made.records(),
                                        "madeAt", made.at().toString()))
                        .toList());
        return fields;
    }
}
