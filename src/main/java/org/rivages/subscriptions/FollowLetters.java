package org.rivages.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rivages.follow.FollowedSearches;
import org.rivages.follow.FollowedSearches.Followed;
import org.rivages.mail.Letter;
import org.rivages.search.SearchDocument;
import org.rivages.shared.Language;
import org.rivages.site.Links;
import org.rivages.site.SiteSettingsStore;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.rivages.subscriptions.DigestStore.SessionNews;
import org.rivages.subscriptions.News.Part;
import org.springframework.stereotype.Component;

/** The letters of this room, in the reader's language and on their clock. */
@Component
class FollowLetters {
    static final String CONFIRM = "mail.kind.follow-confirm";
    static final String KNOWN = "mail.kind.follow-known";
    static final String DIGEST = "mail.kind.follow-digest";
    static final String URGENT = "mail.kind.follow-urgent";

    /** Records that a letter tells one by one. */
    private static final int MOST_TOLD = 40;

    private final FollowedSearches searches;
    private final RecordWords records;
    private final Texts texts;
    private final Links links;
    private final SiteSettingsStore settings;

    FollowLetters(
            FollowedSearches searches,
            RecordWords records,
            Texts texts,
            Links links,
            SiteSettingsStore settings) {
        this.searches = searches;
        this.records = records;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
    }

    /**
     * @param days after which the wish is erased
     */
    Letter confirm(Wish wish, int days) {
        Words words = texts.in(wish.language());
        Object[] args = {
            "site", site(words),
            "title", searches.title(wish.followed(), words),
            "address", address(wish.followed(), words),
            "rhythm", words.get("subscriptions.rhythm." + wish.rhythm().code()),
            "link", late(FollowLinks.CONFIRM),
            "days", days
        };
        return new Letter(
                CONFIRM,
                wish.id(),
                wish.address(),
                wish.person(),
                wish.language(),
                words.get("subscriptions.mail.confirm.subject", args),
                words.get("subscriptions.mail.confirm.body", args),
                "follow-confirm:" + wish.id(),
                true,
                null);
    }

    /** To an address that follows this search already and asked again. */
    Letter known(Subscription subscription, UUID wish) {
        Words words = texts.in(subscription.language());
        Object[] args = {
            "site", site(words),
            "title", searches.title(subscription.followed(), words),
            "rhythm", words.get("subscriptions.rhythm." + subscription.rhythm().code()),
            "link", late(FollowLinks.MANAGE)
        };
        return letter(
                KNOWN,
                subscription,
                words,
                words.get("subscriptions.mail.known.subject", args),
                words.get("subscriptions.mail.known.body", args),
                "follow-known:" + wish);
    }

    /**
     * @param total how many records match now
     */
    Letter digest(
            Subscription to, Language language, LocalDate period, List<News> news, int total) {
        Words words = texts.in(language);
        String title = searches.title(to.followed(), words);
        List<String> parts = new ArrayList<>();
        parts.add(
                words.get(
                        "subscriptions.mail.digest.intro",
                        "title",
                        title,
                        "moment",
                        words.moment(to.toldAt(), to.zone()),
                        "zone",
                        words.zone(to.zone())));
        List<News> fresh = news.stream().filter(News.Fresh.class::isInstance).toList();
        List<News> changed = news.stream().filter(News.Changed.class::isInstance).toList();
        int room = Math.max(MOST_TOLD - changed.size(), MOST_TOLD / 2);
        add(parts, "subscriptions.mail.digest.new", fresh, room, to, language);
        add(parts, "subscriptions.mail.digest.changed", changed, MOST_TOLD, to, language);
        parts.add(
                words.get(
                        "subscriptions.mail.digest.all",
                        "n",
                        total,
                        "link",
                        address(to.followed(), words)));
        parts.add(foot(to, words));
        return letter(
                DIGEST,
                to,
                words,
                words.get("subscriptions.mail.digest.subject", "title", title, "n", news.size()),
                String.join("\n\n", parts),
                "follow-digest:" + to.id() + ":" + period);
    }

    private void add(
            List<String> parts,
            String heading,
            List<News> news,
            int most,
            Subscription to,
            Language language) {
        if (news.isEmpty()) {
            return;
        }
        Words words = texts.in(language);
        parts.add(words.get(heading, "n", news.size()));
        news.stream().limit(most).forEach(each -> parts.add(told(each, to, words)));
        if (news.size() > most) {
            parts.add(words.get("subscriptions.mail.digest.more", "n", news.size() - most));
        }
    }

    private String told(News news, Subscription to, Words words) {
        SearchDocument record = news.record();
        List<String> lines = new ArrayList<>();
        lines.add("• " + RecordWords.isolated(words.get(record.title())));
        lines.add(records.facts(record, to, words));
        if (news instanceof News.Changed changed) {
            lines.addAll(RecordWords.changes(record, changed.parts(), words));
        }
        lines.add(links.absolute(words.language(), record.path()));
        lines.add(records.why(to, record, words));
        return String.join("\n", lines);
    }

    /** A session that does not wait for the digest. */
    Letter urgent(
            Subscription to,
            Language language,
            SearchDocument record,
            SessionNews news,
            Set<Part> parts) {
        Words words = texts.in(language);
        String title = words.get(record.title());
        String what =
                switch (news.status()) {
                    case "cancelled", "moved" -> news.status();
                    default -> "back";
                };
        List<String> lines = new ArrayList<>();
        lines.add(RecordWords.isolated(title));
        lines.add(records.facts(record, to, words));
        Set<Part> said = EnumSet.of(Part.SAID);
        said.addAll(parts);
        lines.addAll(RecordWords.changes(record, said, words));
        lines.add(links.absolute(language, record.path()));
        lines.add(records.why(to, record, words));
        return letter(
                URGENT,
                to,
                words,
                words.get("subscriptions.mail.urgent." + what, "title", title),
                words.get(
                                "subscriptions.mail.urgent.intro",
                                "title",
                                searches.title(to.followed(), words))
                        + "\n\n"
                        + String.join("\n", lines)
                        + "\n\n"
                        + foot(to, words),
                "follow-urgent:" + to.id() + ":" + news.session() + ":" + news.sequence());
    }

    // ---- words

    private String foot(Subscription to, Words words) {
        return words.get(
                "subscriptions.mail.foot",
                "rhythm",
                words.get("subscriptions.rhythm." + to.rhythm().code()),
                "link",
                late(FollowLinks.MANAGE));
    }

    private static Letter letter(
            String kind, Subscription to, Words words, String subject, String body, String key) {
        return new Letter(
                kind,
                to.id(),
                to.address(),
                to.person(),
                words.language(),
                subject,
                body,
                key,
                true,
                late(FollowLinks.MANAGE));
    }

    private String address(Followed followed, Words words) {
        return links.absolute(words.language(), followed.path());
    }

    private String site(Words words) {
        return words.get(settings.get().name());
    }

    private static String late(String name) {
        return "{{" + name + "}}";
    }
}
