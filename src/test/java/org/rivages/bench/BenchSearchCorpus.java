package org.rivages.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.rivages.bench.BenchSearchPlaces.Place;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * Records for the bench: first the real places as organisations, then programmes, editions,
 * sessions, calls, projects and practices generated in three languages from small word lists. The
 * same number always gives the same record.
 */
final class BenchSearchCorpus {
    static final List<String> KINDS =
            List.of("session", "practice", "project", "call", "edition", "programme");
    static final List<String> LANGUAGES = List.of("en", "fr", "ar", "es", "it", "tr", "el", "pt");
    static final List<String> STATUSES =
            List.of("held", "confirmed", "tentative", "moved", "cancelled", "open");

    /** Code, then the words for it in English, French and Arabic. */
    static final List<List<String>> THEMES =
            List.of(
                    List.of(
                            "water",
                            "water and sanitation",
                            "eau et assainissement",
                            "الماء والصرف الصحي"),
                    List.of(
                            "mobility",
                            "sustainable mobility",
                            "mobilité durable",
                            "التنقل المستدام"),
                    List.of("housing", "social housing", "logement social", "السكن الاجتماعي"),
                    List.of(
                            "culture-heritage",
                            "cultural heritage",
                            "patrimoine culturel",
                            "التراث الثقافي"),
                    List.of(
                            "tourism",
                            "responsible tourism",
                            "tourisme responsable",
                            "السياحة المسؤولة"),
                    List.of(
                            "migration",
                            "migration and reception",
                            "migrations et accueil",
                            "الهجرة والاستقبال"),
                    List.of(
                            "urban-planning",
                            "urban planning",
                            "planification urbaine",
                            "التخطيط الحضري"),
                    List.of(
                            "risk-prevention",
                            "risk prevention",
                            "prévention des risques",
                            "الوقاية من المخاطر"),
                    List.of(
                            "ecological-transition",
                            "energy transition",
                            "transition énergétique",
                            "الانتقال الطاقي"),
                    List.of(
                            "economic-development",
                            "local economy",
                            "économie locale",
                            "الاقتصاد المحلي"),
                    List.of(
                            "social-cohesion",
                            "social cohesion",
                            "cohésion sociale",
                            "التماسك الاجتماعي"),
                    List.of(
                            "youth-education",
                            "youth and education",
                            "jeunesse et éducation",
                            "الشباب والتعليم"),
                    List.of("waste", "waste collection", "collecte des déchets", "جمع النفايات"),
                    List.of("ports", "port cities", "villes portuaires", "مدن الموانئ"),
                    List.of(
                            "finance",
                            "municipal finance",
                            "finances municipales",
                            "المالية البلدية"),
                    List.of(
                            "digital",
                            "digital services",
                            "services numériques",
                            "الخدمات الرقمية"));

    static final List<List<String>> SUBJECTS =
            List.of(
                    List.of("Workshop on", "Atelier sur", "ورشة عمل حول"),
                    List.of("Seminar on", "Séminaire sur", "ندوة حول"),
                    List.of("Plan for", "Plan pour", "خطة من أجل"),
                    List.of("Study of", "Étude de", "دراسة في"),
                    List.of("Training in", "Formation en", "تدريب على"),
                    List.of("Observatory of", "Observatoire de", "مرصد"),
                    List.of("Partnership for", "Partenariat pour", "شراكة من أجل"),
                    List.of("Pilot project for", "Projet pilote pour", "مشروع تجريبي من أجل"));

    private static final List<List<String>> SENTENCES =
            List.of(
                    List.of(
                            "The municipality shares what it learned with its neighbours.",
                            "La municipalité partage avec ses voisines ce qu’elle a appris.",
                            "تتقاسم البلدية ما تعلمته مع جيرانها."),
                    List.of(
                            "Engineers and residents measured the results over two years.",
                            "Ingénieurs et habitants ont mesuré les résultats pendant deux ans.",
                            "قاس المهندسون والسكان النتائج خلال سنتين."),
                    List.of(
                            "The council adopted the strategy after a public hearing.",
                            "Le conseil a adopté la stratégie après une consultation publique.",
                            "اعتمد المجلس الاستراتيجية بعد استشارة عمومية."),
                    List.of(
                            "Funding came from the region and from an international agency.",
                            "Le financement vient de la région et d’une agence internationale.",
                            "جاء التمويل من الجهة ومن وكالة دولية."),
                    List.of(
                            "Old quarters, coast and river banks are part of the area.",
                            "Quartiers anciens, littoral et berges font partie du périmètre.",
                            "تشمل المنطقة الأحياء القديمة والساحل وضفاف النهر."),
                    List.of(
                            "Women and young people took part in every meeting.",
                            "Femmes et jeunes ont participé à chaque réunion.",
                            "شاركت النساء والشباب في كل اجتماع."));

    private final List<Place> places;
    private final int size;

    BenchSearchCorpus(List<Place> places, int size) {
        this.places = places;
        this.size = size;
    }

    int size() {
        return size;
    }

    int real() {
        return Math.min(size, places.size());
    }

    void each(Consumer<SearchDocument> consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(record(i));
        }
    }

    SearchDocument record(int number) {
        return number < places.size() ? city(number) : generated(number);
    }

    Place place(int number) {
        return places.get(number % places.size());
    }

    /** Small numbers much more often than large ones. */
    static int often(Random random, int most) {
        double share = random.nextDouble();
        return (int) (share * share * share * most);
    }

    private SearchDocument city(int number) {
        Random random = new Random(number);
        Place place = places.get(number);
        Map<String, Set<String>> criteria = criteria(random, place);
        criteria.put(
                "type", Set.of(place.population() > 500_000 ? "metropolitan-authority" : "city"));
        List<List<String>> themes = themes(random, criteria);
        return record(
                number,
                "organisation",
                LocalizedText.of(place.name(), place.name(), ""),
                LocalizedText.of(
                        "City of " + place.name() + ", " + place.population() + " inhabitants.",
                        "Ville de " + place.name() + ", " + place.population() + " habitants.",
                        "مدينة يسكنها " + place.population() + " نسمة."),
                text(random, themes),
                List.of(place.name()),
                criteria,
                FuzzyDate.of(String.valueOf(1850 + random.nextInt(170))),
                place);
    }

    private SearchDocument generated(int number) {
        Random random = new Random(number);
        Place place = place(often(random, places.size()) + number);
        Map<String, Set<String>> criteria = criteria(random, place);
        List<List<String>> themes = themes(random, criteria);
        List<String> subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        int year = 2010 + random.nextInt(18);
        int month = 1 + random.nextInt(12);
        return record(
                number,
                KINDS.get(often(random, KINDS.size())),
                LocalizedText.of(
                        subject.get(0) + " " + themes.getFirst().get(1) + " in " + place.name(),
                        subject.get(1) + " " + themes.getFirst().get(2) + " à " + place.name(),
                        subject.get(2) + " " + themes.getFirst().get(3) + " " + place.name()),
                sentence(random),
                text(random, themes),
                List.of(),
                criteria,
                FuzzyDate.of("%d-%02d".formatted(year, month)),
                place);
    }

    private static Map<String, Set<String>> criteria(Random random, Place place) {
        Map<String, Set<String>> criteria = new LinkedHashMap<>();
        criteria.put("country", Set.of(place.country()));
        criteria.put("language", some(random, LANGUAGES, 2));
        criteria.put("status", Set.of(STATUSES.get(often(random, STATUSES.size()))));
        Set<String> networks = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            networks.add("network-" + often(random, 120));
        }
        criteria.put("network", networks);
        criteria.put("sdg", Set.of(String.valueOf(1 + random.nextInt(17))));
        return criteria;
    }

    private static Set<String> some(Random random, List<String> values, int most) {
        Set<String> some = new TreeSet<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            some.add(values.get(often(random, values.size())));
        }
        return some;
    }

    private static List<List<String>> themes(Random random, Map<String, Set<String>> criteria) {
        List<List<String>> themes = new ArrayList<>();
        Set<String> codes = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<String> theme = THEMES.get(often(random, THEMES.size()));
            themes.add(theme);
            codes.add(theme.getFirst());
        }
        criteria.put("theme", codes);
        return themes;
    }

    private static LocalizedText sentence(Random random) {
        List<String> sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
        return LocalizedText.of(sentence.get(0), sentence.get(1), sentence.get(2));
    }

    private static LocalizedText text(Random random, List<List<String>> themes) {
        StringBuilder[] texts = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        for (List<String> theme : themes) {
            List<String> sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
            for (int i = 0; i < texts.length; i++) {
                texts[i].append(theme.get(i + 1)).append(". ").append(sentence.get(i)).append(' ');
            }
        }
        return LocalizedText.of(texts[0].toString(), texts[1].toString(), texts[2].toString());
    }

    private static SearchDocument record(
            int number,
            String kind,
            LocalizedText title,
            LocalizedText summary,
            LocalizedText text,
            List<String> names,
            Map<String, Set<String>> criteria,
            FuzzyDate date,
            Place place) {
        return new SearchDocument(
                kind,
                new UUID(4, number),
                "/" + kind + "s/" + number,
                title,
                summary,
                text,
                names,
                criteria,
                Set.of(),
                List.of(date),
                date,
                new SearchDocument.Place(place.latitude(), place.longitude()),
                new LinkedHashMap<>(Map.of("country", place.country())),
                Set.of(),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 7919L % 20_000_000),
                LocalizedText.EMPTY,
                null);
    }
}
