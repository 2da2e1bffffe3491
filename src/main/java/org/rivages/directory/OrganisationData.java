package org.rivages.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.site.Links;
import org.springframework.stereotype.Component;

/**
 * A profile as schema.org data, for search engines. Disputed claims and unconfirmed dates stay out.
 */
@Component
class OrganisationData {
    private final Links links;

    OrganisationData(Links links) {
        this.links = links;
    }

    /** JSON that is safe inside a script element: no angle bracket is left in it. */
    String script(ProfileView profile, Language language) {
        return Json.write(data(profile, language))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private Map<String, Object> data(ProfileView profile, Language language) {
        Organisation one = profile.organisation();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", type(one.kind()));
        data.put("name", one.names().name().in(language));
        Set<String> others = one.names().all();
        others.remove(one.names().name().in(language));
        if (!others.isEmpty()) {
            data.put("alternateName", List.copyOf(others));
        }
        data.put("url", links.absolute(language, one.summary().path()));
        if (!one.description().isEmpty()) {
            data.put("description", one.description().in(language));
        }
        FuzzyDate founded = one.founded();
        if (founded != null && !founded.isRange()) {
            data.put("foundingDate", founded.edtf());
        }
        seat(data, one.seat(), language);
        if (!profile.memberships().isEmpty()) {
            data.put(
                    "memberOf",
                    profile.memberships().stream()
                            .map(tie -> named(tie.other(), language))
                            .toList());
        }
        List<String> same = new ArrayList<>();
        one.links().stream()
                .filter(link -> link.state() != LinkState.BROKEN)
                .forEach(link -> same.add(link.url()));
        one.identifiers().forEach(identifier -> same.add(identifier.url()));
        if (!same.isEmpty()) {
            data.put("sameAs", same);
        }
        return data;
    }

    private Map<String, Object> named(OrganisationSummary one, Language language) {
        return Map.of(
                "@type", type(one.kind()),
                "name", one.name().in(language),
                "url", links.absolute(language, one.path()));
    }

    private static void seat(Map<String, Object> data, Seat seat, Language language) {
        Map<String, Object> address = new LinkedHashMap<>();
        if (!seat.place().isEmpty()) {
            address.put("addressLocality", seat.place().in(language));
        }
        if (seat.country() != null) {
            address.put("addressCountry", seat.country());
        }
        if (!address.isEmpty()) {
            address.put("@type", "PostalAddress");
            data.put("address", address);
        }
        if (seat.onMap()) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("@type", "GeoCoordinates");
            point.put("latitude", seat.latitude());
            point.put("longitude", seat.longitude());
            data.put("location", Map.of("@type", "Place", "geo", point));
        }
    }

    private static String type(OrganisationKind kind) {
        return switch (kind) {
            case CITY, METROPOLITAN_AUTHORITY, REGION, PUBLIC_AGENCY -> "GovernmentOrganization";
            case NGO -> "NGO";
            case UNIVERSITY -> "CollegeOrUniversity";
            case COMPANY -> "Corporation";
            case NETWORK, ASSOCIATION, CLUSTER, INSTITUTE, INTERNATIONAL_ORGANISATION ->
                    "Organization";
        };
    }
}
