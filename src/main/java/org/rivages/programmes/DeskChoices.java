package org.rivages.programmes;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.directory.Themes;
import org.rivages.site.Form;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** What the forms of the desk offer to choose from, and how they are read. */
@Component
public class DeskChoices {
    /** Rows for partners on a form. */
    public static final int PARTNERS = 8;

    private static final List<String> LANGUAGES =
            List.of("en", "fr", "ar", "es", "it", "pt", "el", "tr", "sq", "he");

    private final Directory directory;

    DeskChoices(Directory directory) {
        this.directory = directory;
    }

    public Map<String, String> organisations(Words words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (OrganisationSummary one : directory.all()) {
            all.put(one.id().toString(), one.label(words.language()));
        }
        return sorted(all, words);
    }

    public Map<String, String> roles(Words words) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (PartnerRole role : PartnerRole.values()) {
            roles.put(role.name(), words.get("programmes.role." + role.code()));
        }
        return roles;
    }

    public Map<String, String> themes(Words words) {
        Map<String, String> themes = new LinkedHashMap<>();
        Themes.CODES.forEach(code -> themes.put(code, words.get(Themes.key(code))));
        return themes;
    }

    public Map<String, String> languages(Words words) {
        Map<String, String> languages = new LinkedHashMap<>();
        LANGUAGES.forEach(tag -> languages.put(tag, words.languageName(tag)));
        return languages;
    }

    public Map<String, String> countries(Words words) {
        Map<String, String> countries = new LinkedHashMap<>();
        for (String code : Locale.getISOCountries()) {
            countries.put(code, words.country(code));
        }
        return sorted(countries, words);
    }

    public Map<String, String> statuses(Words words) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (SessionStatus status : SessionStatus.values()) {
            statuses.put(status.name(), words.get("programmes.status." + status.code()));
        }
        return statuses;
    }

    private static Map<String, String> sorted(Map<String, String> choices, Words words) {
        Collator collator = Collator.getInstance(ULocale.forLocale(words.language().locale()));
        Map<String, String> sorted = new LinkedHashMap<>();
        choices.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(collator::compare))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    // ---- partners: partner-0, role-0, partner-1 …

    static void fill(Form form, List<Partner> partners) {
        for (int i = 0; i < partners.size(); i++) {
            form.with("partner-" + i, partners.get(i).organisation());
            form.with("role-" + i, partners.get(i).role().name());
        }
    }

    List<Partner> partners(Form form) {
        List<Partner> partners = new ArrayList<>();
        for (int i = 0; i < PARTNERS; i++) {
            String field = "partner-" + i;
            String roleField = "role-" + i;
            var organisation = form.id(field).map(OrganisationId::new);
            var role = form.choice(roleField, PartnerRole.class);
            if (organisation.isPresent() && !directory.exists(organisation.get())) {
                form.reject(field, "site.form.choice");
            } else if (organisation.isPresent() && role.isPresent()) {
                partners.add(new Partner(organisation.get(), role.get()));
            } else if (organisation.isPresent()) {
                form.reject(roleField, "programmes.desk.partner-needs-role");
            } else if (role.isPresent() && form.value(field).isEmpty()) {
                form.reject(field, "programmes.desk.role-needs-partner");
            }
        }
        return partners;
    }

    /** The ticked codes of a field; one that was not offered is refused beside it. */
    public static List<String> known(Form form, String field, List<String> codes) {
        List<String> chosen =
                form.all(field).stream().filter(value -> !value.isEmpty()).distinct().toList();
        if (!codes.containsAll(chosen)) {
            form.reject(field, "site.form.choice");
            return List.of();
        }
        return chosen;
    }

    /** BCP 47, those that the forms offer. */
    public static List<String> languageTags() {
        return LANGUAGES;
    }
}
