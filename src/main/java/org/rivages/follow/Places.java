package org.rivages.follow;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.PlaceNames.NamedPlace;
import org.rivages.search.ContentVersion;
import org.rivages.search.SearchDocument;
import org.rivages.shared.Language;
import org.rivages.shared.Slug;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Finds places by what somebody typed, in any language and without regard to accents and case. */
@Component
class Places {
    private static final int LEAST_LETTERS = 3;
    private static final int MOST_LIKE = 5;
    private static final int MOST_NAMES = 300;

    /** A place with the code that stands for it in addresses: {@code tunis-tn}. */
    record Place(String code, NamedPlace place) {
        double latitude() {
            return place.latitude();
        }

        double longitude() {
            return place.longitude();
        }

        String name(Words words) {
            return words.get(place.name());
        }

        /** "Tripoli, Lebanon". */
        String full(Words words) {
            return place.country() == null
                    ? name(words)
                    : words.get(
                            "follow.near.full",
                            "place",
                            name(words),
                            "country",
                            words.country(place.country()));
        }
    }

    private record Known(
            long version,
            Map<String, Place> byCode,
            TreeMap<String, Set<Place>> byName,
            Map<SearchDocument.Place, Place> byPoint) {}

    private final Collection<PlaceNames> rooms;
    private final ContentVersion version;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    Places(List<PlaceNames> rooms, ContentVersion version) {
        this.rooms = rooms;
        this.version = version;
    }

    /**
     * One when it is clear which is meant, several when many have the name, none when nobody knows
     * it.
     */
    List<Place> find(String typed) {
        Known all = known();
        Place coded = all.byCode.get(typed);
        if (coded != null) {
            return List.of(coded);
        }
        return List.copyOf(all.byName.getOrDefault(plain(typed), Set.of()));
    }

    /** Some whose name begins like what was typed. */
    List<Place> like(String typed) {
        String plain = plain(typed);
        Set<Place> like = new LinkedHashSet<>();
        for (int letters = plain.length(); letters >= LEAST_LETTERS && like.isEmpty(); letters--) {
            String begin = plain.substring(0, letters);
            known().byName.subMap(begin, begin + Character.MAX_VALUE).values().stream()
                    .flatMap(Set::stream)
                    .limit(MOST_LIKE)
                    .forEach(like::add);
        }
        return List.copyOf(like);
    }

    /** What lies exactly there. */
    @Nullable Place at(SearchDocument.Place point) {
        return known().byPoint.get(point);
    }

    /** To choose from, as the language sorts them. */
    List<String> names(Words words) {
        Set<String> names = new LinkedHashSet<>();
        known().byCode.values().stream()
                .limit(MOST_NAMES)
                .forEach(one -> names.add(one.name(words)));
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(FacetDrawing.collator(words.language())::compare);
        return sorted;
    }

    private Known known() {
        long now = version.now();
        Known kept = known.get();
        if (kept == null || kept.version != now) {
            kept = read(now);
            known.set(kept);
        }
        return kept;
    }

    private Known read(long now) {
        Map<String, Place> byCode = new TreeMap<>();
        for (PlaceNames room : rooms) {
            for (NamedPlace place : room.places()) {
                String code = code(place);
                if (!code.isEmpty()) {
                    byCode.putIfAbsent(code, new Place(code, place));
                }
            }
        }
        TreeMap<String, Set<Place>> byName = new TreeMap<>();
        Map<SearchDocument.Place, Place> byPoint = new LinkedHashMap<>();
        for (Place one : byCode.values()) {
            for (String name : one.place.name().all().values()) {
                byName.computeIfAbsent(plain(name), same -> new LinkedHashSet<>()).add(one);
            }
            byPoint.putIfAbsent(new SearchDocument.Place(one.latitude(), one.longitude()), one);
        }
        return new Known(now, byCode, byName, byPoint);
    }

    private static String code(NamedPlace place) {
        String name = Slug.from(place.name().in(Language.EN));
        return place.country() == null || name.isEmpty()
                ? name
                : name + "-" + place.country().toLowerCase(Locale.ROOT);
    }

    /** Without case, accents, vowel signs and what is neither letter nor digit. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}ـ]", "")
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
