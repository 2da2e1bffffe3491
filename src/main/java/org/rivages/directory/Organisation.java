package org.rivages.directory;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * Everything that a record says of an organisation: what the desk edits, and what each version
 * keeps.
 *
 * @param names how it is called
 * @param description Markdown per language
 * @param foundedBy by whom, in words; organisations of this directory stand in {@code relations}
 * @param themes codes of {@link Themes}
 * @param sdgs 1 to 17, the Sustainable Development Goals
 * @param confirmedOn when the organisation or the secretariat last said that all this is right
 */
public record Organisation(
        OrganisationId id,
        String slug,
        OrganisationKind kind,
        Names names,
        LocalizedText description,
        @Nullable FuzzyDate founded,
        LocalizedText foundedBy,
        LocalizedText legalForm,
        Seat seat,
        List<Link> links,
        List<String> themes,
        List<Integer> sdgs,
        List<Identifier> identifiers,
        List<Membership> memberships,
        List<Mandate> mandates,
        List<Relation> relations,
        List<Claim> claims,
        @Nullable LocalDate confirmedOn) {

    /**
     * @param name per language
     * @param nativeName as it calls itself; "" when the same
     * @param nativeLanguage BCP 47; "" when there is no native name
     */
    public record Names(
            LocalizedText name,
            String nativeName,
            String nativeLanguage,
            List<String> acronyms,
            List<String> former) {

        public String acronym() {
            return acronyms.isEmpty() ? "" : acronyms.getFirst();
        }

        /** Every name in every language, for matching. */
        public Set<String> all() {
            Set<String> all = new LinkedHashSet<>(name.all().values());
            all.add(nativeName);
            all.addAll(acronyms);
            all.addAll(former);
            all.remove("");
            return all;
        }
    }

    public OrganisationSummary summary() {
        return new OrganisationSummary(
                id,
                slug,
                names.name(),
                names.nativeName(),
                names.acronym(),
                kind,
                seat.country(),
                seat.place(),
                seat.latitude(),
                seat.longitude());
    }

    public Organisation confirmed(LocalDate on) {
        return new Organisation(
                id,
                slug,
                kind,
                names,
                description,
                founded,
                foundedBy,
                legalForm,
                seat,
                links,
                themes,
                sdgs,
                identifiers,
                memberships,
                mandates,
                relations,
                claims,
                on);
    }
}
