package org.rivages.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Slug;
import org.rivages.site.Form;

/** What the desk's page for the settings of a call sends, and its validation. */
final class CallSettingsForm {
    static final int MOST_PLACES = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private CallSettingsForm() {}

    /** Zones as people know them, by region and town. */
    static Map<String, String> zones() {
        Map<String, String> zones = new LinkedHashMap<>();
        for (String zone : ZONES) {
            if (zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")) {
                zones.put(zone, zone.replace('_', ' '));
            }
        }
        zones.put("UTC", "UTC");
        return zones;
    }

    static Form fill(CallView call) {
        Form form =
                Form.empty()
                        .with("version", call.version())
                        .with("slug", call.slug())
                        .with("title", call.title())
                        .with("summary", call.summary())
                        .with("text", call.text())
                        .with("places", call.places() == 0 ? null : call.places())
                        .with("grace", call.graceMinutes())
                        .with("retention", call.retentionMonths())
                        .with("zone", call.zone() == null ? null : call.zone().getId());
        moment(form, "opens", call.opens(), call.zone());
        moment(form, "closes", call.closes(), call.zone());
        List<String> languages = new ArrayList<>();
        call.languages().forEach(n -> languages.add(n.language() + " " + n.least().name()));
        return form.with("languages", String.join(", ", languages));
    }

    private static void moment(
            Form form, String name, @Nullable Instant at, @Nullable ZoneId zone) {
        if (at != null && zone != null) {
            form.with(name + "Date", at.atZone(zone).toLocalDate())
                    .with(name + "Time", TIME.format(at.atZone(zone)));
        }
    }

    /** The call with what was typed; problems stand in the form. */
    static CallView read(Form form, CallView before, Instant now) {
        ZoneId zone = form.choice("zone", CallSettingsForm::zone).orElse(null);
        boolean open = before.published();
        if (open && zone == null) {
            form.reject("zone", "site.form.required");
        }
        Instant opens = moment(form, "opens", zone);
        Instant closes = open ? before.closes() : moment(form, "closes", zone);
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            form.reject(open ? "opensDate" : "closesDate", "calls.check.opens-after-closes");
        }
        if (!open && closes != null && !closes.isAfter(now)) {
            form.reject("closesDate", "calls.check.deadline-past");
        }
        if (open && opens == null) {
            form.reject("opensDate", "site.form.required");
        }
        String slug = open ? before.slug() : slug(form);
        return new CallView(
                before.id(),
                before.programme(),
                before.edition(),
                slug,
                form.requiredLocalized("title", Form.LINE),
                form.localized("summary", 600),
                form.localized("text", 20_000),
                form.requiredInteger("places", 1, MOST_PLACES),
                languages(form),
                opens,
                closes,
                before.closesOn(),
                zone,
                form.requiredInteger("grace", 0, 1440),
                form.requiredInteger("retention", 1, 120),
                before.announcedAt(),
                before.decidingAt(),
                before.decidedAt(),
                before.archivedAt(),
                before.demonstration(),
                before.terms(),
                form.integer("version", 1, Integer.MAX_VALUE).orElse(0),
                before.changedAt());
    }

    static String slug(Form form) {
        String slug = form.requiredLine("slug", 80);
        if (!slug.isEmpty() && (!Slug.isSlug(slug) || slug.equals("new"))) {
            form.reject("slug", "calls.desk.slug-form");
        }
        return slug;
    }

    private static java.util.Optional<ZoneId> zone(String id) {
        return ZONES.contains(id)
                ? java.util.Optional.of(ZoneId.of(id))
                : java.util.Optional.empty();
    }

    /** Day and hour on the clocks of the zone; null when no day is given. */
    static @Nullable Instant moment(Form form, String name, @Nullable ZoneId zone) {
        String day = form.line(name + "Date", 10);
        String time = form.line(name + "Time", 8);
        if (day.isEmpty()) {
            return null;
        }
        if (zone == null) {
            form.reject("zone", "site.form.required");
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(day);
            if (date.getYear() < 1990 || date.getYear() > 2200) {
                form.reject(name + "Date", "calls.problem.date");
                return null;
            }
            return date.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            boolean dayIsWrong =
                    !day.matches("\\d{4}-\\d{2}-\\d{2}") || day.equals(e.getParsedString());
            form.reject(
                    dayIsWrong ? name + "Date" : name + "Time",
                    dayIsWrong ? "calls.problem.date" : "calls.problem.time");
            return null;
        }
    }

    /** "fr C1, en B2". */
    private static List<LanguageNeed> languages(Form form) {
        List<LanguageNeed> needs = new ArrayList<>();
        for (String part : form.line("languages", 200).split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String[] words = part.strip().split("\\s+", -1);
            var level =
                    words.length == 2
                            ? LanguageLevel.of(words[1].toUpperCase(Locale.ROOT))
                                    .filter(LanguageLevel.CEFR::contains)
                            : java.util.Optional.<LanguageLevel>empty();
            if (level.isEmpty() || !LanguageTags.known(words[0])) {
                form.reject("languages", "calls.desk.language-need", "part", part.strip());
                return List.of();
            }
            needs.add(new LanguageNeed(words[0].toLowerCase(Locale.ROOT), level.get()));
        }
        return needs;
    }
}
