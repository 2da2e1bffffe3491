package org.rivages.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.Answers;
import org.rivages.calls.CallTerms;
import org.rivages.calls.FieldKind;
import org.rivages.calls.StandardForm;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.Slug;

/**
 * An invented person with an invented application.
 *
 * @param files keys of the uploads that come with it
 */
record DemoApplicant(
        String name, String email, Language language, Answers answers, List<String> files) {

    private record Country(
            String code,
            int share,
            @JsonProperty("native") String nativeLanguage,
            List<String> women,
            List<String> men,
            List<String> families,
            List<String> cities,
            List<List<String>> organisations) {}

    private record Source(
            List<Country> countries,
            Map<String, List<String>> motivation,
            Map<String, List<String>> project,
            Map<String, String> positions) {}

    /** Draws them one after the other; the same seed gives the same people. */
    static final class Maker {
        private final Random random;
        private final CallTerms terms;
        private final Source source;
        private final List<Country> countries;
        private final Set<String> emails = new HashSet<>();
        private final Map<String, Integer> given = new HashMap<>();

        Maker(Random random, CallTerms terms) {
            this.random = random;
            this.terms = terms;
            this.source = read();
            this.countries = source.countries();
        }

        private static Source read() {
            try (InputStream in = DemoApplicant.class.getResourceAsStream("applicants.json")) {
                if (in == null) {
                    throw new IllegalStateException("applicants.json is missing");
                }
                return Json.mapper().readValue(in.readAllBytes(), Source.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        DemoApplicant next(int i) {
            Country country = country(i);
            boolean woman = random.nextInt(100) < 46;
            String first = pick(woman ? country.women() : country.men());
            String last = pick(country.families());
            String profession = profession();
            Language language = language(country, i);
            String employer = employer(i);
            List<String> organisation = pick(country.organisations());
            String city = pick(country.cities());
            int years = 2 + random.nextInt(24);
            Answers answers =
                    Answers.NONE
                            .with(AnswerKeys.FIRST_NAME, first)
                            .with(AnswerKeys.LAST_NAME, last)
                            .with(AnswerKeys.NATIONALITY, country.code())
                            .with(AnswerKeys.COUNTRY, country.code())
                            .with(AnswerKeys.CITY, city)
                            .with(AnswerKeys.PROFESSION, profession)
                            .with(AnswerKeys.YEARS_OF_EXPERIENCE, String.valueOf(years))
                            .with(AnswerKeys.ORGANISATION, organisation.get(0))
                            .with(AnswerKeys.ORGANISATION_TYPE, organisation.get(1))
                            .with(
                                    AnswerKeys.POSITION,
                                    source.positions().getOrDefault(profession, "–"))
                            .with(AnswerKeys.EMPLOYER_AGREES, employer)
                            .with(AnswerKeys.LANGUAGES, levels(country, i))
                            .with(
                                    AnswerKeys.MOTIVATION,
                                    text(source.motivation(), language, city, years))
                            .with(AnswerKeys.PROJECT, text(source.project(), language, city, years))
                            .with(AnswerKeys.COMMITMENT, promises(i))
                            .with(AnswerKeys.GENDER, gender(woman, i))
                            .with(AnswerKeys.AGE_BAND, ageBand(years))
                            .with(AnswerKeys.CONSENT, FieldKind.YES);
            return new DemoApplicant(
                    first + " " + last, email(first, last), language, answers, files(employer, i));
        }

        /** So many from each country as its share says, well mixed over time. */
        private Country country(int i) {
            int total = countries.stream().mapToInt(Country::share).sum();
            Country behind = countries.getFirst();
            double most = Double.NEGATIVE_INFINITY;
            for (Country one : countries) {
                double lag =
                        (i + 1) * one.share() / (double) total - given.getOrDefault(one.code(), 0);
                if (lag > most) {
                    most = lag;
                    behind = one;
                }
            }
            given.merge(behind.code(), 1, Integer::sum);
            return behind;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private String profession() {
            int draw = random.nextInt(100);
            List<String> codes = StandardForm.PROFESSIONS;
            int[] upTo = {30, 46, 58, 68, 82, 92, 96, 100};
            for (int k = 0; k < upTo.length; k++) {
                if (draw < upTo[k]) {
                    return codes.get(k);
                }
            }
            return codes.getLast();
        }

        private static Language language(Country country, int i) {
            if (country.nativeLanguage().equals("ar") && i % 6 == 0) {
                return Language.AR;
            }
            return i % 9 == 4 ? Language.EN : Language.FR;
        }

        /** One in fourteen too weak in French, one in twelve without a level. */
        private List<String> levels(Country country, int i) {
            String french =
                    country.nativeLanguage().equals("fr")
                            ? "NATIVE"
                            : i % 14 == 5
                                    ? "B1"
                                    : i % 12 == 3 ? "UNSURE" : i % 3 == 0 ? "C2" : "C1";
            String arabic =
                    country.nativeLanguage().equals("ar") ? "NATIVE" : i % 5 == 0 ? "A2" : "NONE";
            return List.of(
                    "fr=" + french, "en=" + pick(List.of("A2", "B1", "B2", "C1")), "ar=" + arabic);
        }

        private static String employer(int i) {
            return i % 10 == 8
                    ? "asked"
                    : i % 25 == 11 ? "self-employed" : i % 60 == 30 ? "refuses" : "agrees";
        }

        private List<String> promises(int i) {
            List<String> promises = new ArrayList<>();
            terms.form()
                    .field(AnswerKeys.COMMITMENT)
                    .map(field -> field.kind())
                    .filter(FieldKind.Commitments.class::isInstance)
                    .map(FieldKind.Commitments.class::cast)
                    .ifPresent(asked -> {
                        for (int k = 0; k < asked.sessions().size(); k++) {
                            boolean last = k == asked.sessions().size() - 1;
                            String said =
                                    last && i % 24 == 13
                                            ? "no"
                                            : last && i % 15 == 7 ? "unsure" : "yes";
                            promises.add(asked.sessions().get(k).id() + "=" + said);
                        }
                    });
            return promises;
        }

        private String text(
                Map<String, List<String>> from, Language language, String city, int years) {
            List<String> sentences = new ArrayList<>(from.getOrDefault(language.code(), List.of()));
            java.util.Collections.shuffle(sentences, random);
            return String.join(" ", sentences.subList(0, Math.min(3, sentences.size())))
                    .replace("{city}", city)
                    .replace("{years}", String.valueOf(years));
        }

        private static String gender(boolean woman, int i) {
            return i % 41 == 20 ? "unsaid" : i % 59 == 33 ? "another" : woman ? "woman" : "man";
        }

        private String ageBand(int years) {
            int age = 24 + years + random.nextInt(8);
            return age < 30
                    ? "under-30"
                    : age < 40 ? "30-39" : age < 50 ? "40-49" : age < 60 ? "50-59" : "60-over";
        }

        private String email(String first, String last) {
            String plain = Slug.from(first + " " + last).replace('-', '.');
            String email = plain + "@demo.example";
            for (int n = 2; !emails.add(email); n++) {
                email = plain + n + "@demo.example";
            }
            return email;
        }

        /** Every twenty-eighth forgot the letter of motivation. */
        private static List<String> files(String employer, int i) {
            List<String> files = new ArrayList<>(List.of(AnswerKeys.CV));
            if (i % 28 != 9) {
                files.add(AnswerKeys.MOTIVATION_LETTER);
            }
            if (employer.equals("agrees")) {
                files.add(AnswerKeys.EMPLOYER_LETTER);
            }
            return files;
        }
    }
}
