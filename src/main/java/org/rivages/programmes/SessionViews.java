package org.rivages.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Sessions and partners in words, for pages. */
@Component
public class SessionViews {
    private final Directory directory;

    SessionViews(Directory directory) {
        this.directory = directory;
    }

    /**
     * A session as a row of a list.
     *
     * @param big the striking part of its date: "24–28", "Mar", "2019", "–"
     * @param small the rest: "September 2018", "2020, date to be set"
     * @param date the date in one piece; "" when there is none
     * @param where place and country; "" when not known
     * @param tag the look of the status: ok, wait, off, bad
     */
    public record Row(
            Session session,
            String path,
            LocalizedText title,
            String big,
            String small,
            String date,
            String where,
            @Nullable OrganisationSummary host,
            String status,
            String tag) {
        public boolean open() {
            return session.state().status() == SessionStatus.TENTATIVE;
        }

        public boolean wide() {
            return big.length() > 6;
        }
    }

    /**
     * @param path of its profile, without the language
     * @param roles "organiser, funder"
     */
    public record PartnerRow(String name, String path, String roles) {}

    List<Row> rows(List<Session> sessions, Words words) {
        Map<OrganisationId, OrganisationSummary> hosts =
                directory.organisations(
                        sessions.stream()
                                .map(Session::host)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return sessions.stream()
                .map(session -> row(session, hosts.get(session.host()), words))
                .toList();
    }

    private static Row row(Session session, @Nullable OrganisationSummary host, Words words) {
        SessionState state = session.state();
        return new Row(
                session,
                session.path(),
                session.title(),
                big(state, words),
                small(state, words),
                date(state, words),
                where(state, words),
                host,
                words.get(statusKey(state)),
                tag(state));
    }

    static String statusKey(SessionState state) {
        return "programmes.status."
                + (state.isToBeConfirmed() ? "to-be-confirmed" : state.status().code());
    }

    static String tag(SessionState state) {
        return switch (state.status()) {
            case TENTATIVE -> "wait";
            case CONFIRMED, MOVED -> "ok";
            case HELD -> "off";
            case CANCELLED -> "bad";
        };
    }

    /** "March 2020 (date to be set)"; a past session's missing day is not to be set any more. */
    static String date(SessionState state, Words words) {
        FuzzyDate date = state.date();
        if (date == null) {
            return "";
        }
        return expectsDays(state) ? words.planned(date) : words.date(date);
    }

    private static boolean expectsDays(SessionState state) {
        return !state.hasExactDays()
                && state.status() != SessionStatus.HELD
                && state.status() != SessionStatus.CANCELLED;
    }

    static String where(SessionState state, Words words) {
        List<String> parts = new ArrayList<>();
        if (!state.place().isEmpty()) {
            parts.add(words.get(state.place()));
        }
        if (state.country() != null) {
            parts.add(words.country(state.country()));
        }
        return String.join(words.get("programmes.comma"), parts);
    }

    private static String big(SessionState state, Words words) {
        FuzzyDate date = state.date();
        if (date == null) {
            return "–";
        }
        String first = part(date, words, date.start());
        String last = part(date, words, date.end());
        return first.equals(last) ? first : first + "–" + last;
    }

    private static String part(FuzzyDate date, Words words, java.time.LocalDate day) {
        return switch (date.grain()) {
            case DAY -> words.number(day.getDayOfMonth());
            case MONTH -> words.skeleton("MMM", day);
            case YEAR -> words.skeleton("y", day);
        };
    }

    private static String small(SessionState state, Words words) {
        FuzzyDate date = state.date();
        if (date == null) {
            return words.get("site.date.unset");
        }
        String rest =
                switch (date.grain()) {
                    case DAY -> words.date(months(date));
                    case MONTH -> words.date(years(date));
                    case YEAR -> "";
                };
        if (!expectsDays(state)) {
            return rest;
        }
        return rest.isEmpty()
                ? words.get("site.date.unset")
                : rest + words.get("programmes.comma") + words.get("site.date.unset");
    }

    private static FuzzyDate months(FuzzyDate date) {
        return FuzzyDate.of(
                date.start().toString().substring(0, 7)
                        + "/"
                        + date.end().toString().substring(0, 7));
    }

    private static FuzzyDate years(FuzzyDate date) {
        return FuzzyDate.of(
                date.start().toString().substring(0, 4)
                        + "/"
                        + date.end().toString().substring(0, 4));
    }

    /** Organisations in their order, each once, with all that it is to the programme. */
    List<PartnerRow> partners(List<Partner> partners, Words words) {
        Map<OrganisationId, OrganisationSummary> known =
                directory.organisations(
                        partners.stream().map(Partner::organisation).distinct().toList());
        return partners.stream()
                .map(Partner::organisation)
                .distinct()
                .filter(known::containsKey)
                .map(id -> {
                    OrganisationSummary one = Objects.requireNonNull(known.get(id));
                    List<String> roles =
                            partners.stream()
                                    .filter(p -> p.organisation().equals(id))
                                    .map(p -> words.get("programmes.role." + p.role().code()))
                                    .toList();
                    return new PartnerRow(
                            one.label(words.language()),
                            one.path(),
                            String.join(words.get("programmes.comma"), roles));
                })
                .toList();
    }

    /** The strip of an edition; null when nothing can be drawn. */
    @Nullable YearStrip strip(List<Row> rows, List<EditionHighlights.Mark> marks, Words words) {
        List<YearStrip.Item> items = new ArrayList<>();
        for (EditionHighlights.Mark mark : marks) {
            items.add(new YearStrip.Item(FuzzyDate.day(mark.day()), mark.label(), null));
        }
        for (Row row : rows) {
            SessionState state = row.session().state();
            if (state.date() != null) {
                String label =
                        state.place().isEmpty()
                                ? row.title().in(words.language())
                                : words.get(state.place());
                items.add(new YearStrip.Item(state.date(), label, look(state.status())));
            }
        }
        return YearStrip.of(items, words).orElse(null);
    }

    private static String look(SessionStatus status) {
        return switch (status) {
            case CONFIRMED, MOVED, HELD -> "fixed";
            case TENTATIVE -> "open";
            case CANCELLED -> "off";
        };
    }
}
